import type { CertificateAuthority } from "../../base/tls.ts";
import {
  startEmbeddedController,
  type EmbeddedController,
  type EmbeddedOptions,
} from "../../controller/embedded/index.ts";
import { createQuickJsEngine, liveHttp, runDeviceScript } from "../../sandbox-shim/index.ts";

export interface LocalControllerOptions extends Omit<
  EmbeddedOptions,
  "engine" | "http" | "runDeviceScript" | "authority"
> {
  authority: CertificateAuthority;
  /**
   * Where scripts find a host: `host:port` to `address:port`. Read at each call, so that an entry may be added when a
   * service's port is known.
   */
  resolve: Record<string, string>;
}

/** An embedded Controller whose scripts run in QuickJS, call over the real network, and whose devices have a shell. */
export async function startLocalController(
  options: LocalControllerOptions,
): Promise<EmbeddedController> {
  const { resolve, ...rest } = options;
  const engine = await createQuickJsEngine();
  try {
    const controller = await startEmbeddedController({
      ...rest,
      engine,
      http: (trustedCertificates) => liveHttp({ trustedCertificates, resolve }),
      runDeviceScript,
    });
    return {
      ...controller,
      async close() {
        await controller.close();
        await engine.close();
      },
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}
