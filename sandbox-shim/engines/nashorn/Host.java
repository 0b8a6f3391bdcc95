import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import javax.script.SimpleScriptContext;
import org.openjdk.nashorn.api.scripting.AbstractJSObject;
import org.openjdk.nashorn.api.scripting.NashornException;
import org.openjdk.nashorn.api.scripting.NashornScriptEngineFactory;
import org.openjdk.nashorn.api.scripting.ScriptObjectMirror;
import org.openjdk.nashorn.internal.runtime.ECMAException;

/**
 * Runs expressions in OpenJDK Nashorn for sdpx, one at a time, each in a global object of its own. Started from its source:
 * java -cp NASHORN_JARS Host.java FLAG...
 *
 * It reads and writes messages on standard input and output. A message is a count of texts, then each text as a count of
 * UTF-16 units and the units (all counts are 32 bits, big endian; units little endian, so that lone surrogates survive).
 *   in:  prelude TEXT                                          once, first
 *        run FILE_NAME OPENING TEXT CLOSING SETTINGS
 *        answer TEXT                                           to a question
 *   out: ready JAVA_VERSION NASHORN_VERSION
 *        call NAME ARGUMENTS                                   a question of the script to the outside
 *        value TEXT                                            what the prelude's second function said about the result
 *        failure PHASE CLASS MESSAGE LINE COLUMN               PHASE is compile or run
 */
public final class Host {
  private static final long STACK_BYTES = Long.getLong("sdpx.stack", 1L << 20);
  private static DataInputStream in;
  private static DataOutputStream out;
  private static ScriptEngine engine;
  private static CompiledScript prelude;

  public static void main(String[] flags) throws Exception {
    in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
    out = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
    // Whatever prints must not write between the messages.
    System.setOut(System.err);
    endWithParent();
    NashornScriptEngineFactory factory = new NashornScriptEngineFactory();
    // No class is visible. The filter also closes the way to classes through the methods that texts have in Nashorn.
    engine = factory.getScriptEngine(flags, Host.class.getClassLoader(), name -> false);
    prelude = ((Compilable) engine).compile(read()[1]);
    warmUp();
    write("ready", System.getProperty("java.version"), factory.getEngineVersion());
    for (String[] message; (message = read()) != null; ) {
      String[] job = message;
      AtomicReference<String[]> answer = new AtomicReference<>();
      // A thread of its own: deep recursion in a script ends in its stack, whose size is known, and not in ours.
      Thread thread = new Thread(null, () -> answer.set(run(job)), "script", STACK_BYTES);
      thread.start();
      thread.join();
      write(answer.get());
    }
  }

  /** A script without end would outlive a parent that was killed, and nobody would be there to stop it. */
  private static void endWithParent() {
    ProcessHandle parent = ProcessHandle.current().parent().orElse(null);
    if (parent == null) return;
    parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
  }

  private static void warmUp() throws Exception {
    Thread thread = new Thread(null, () -> {
      run(new String[] {"run", "warm-up", "(function(claims){", "return [1].concat(claims.user.a).map(function (x) { return x; })", "\n})(claims)",
          "{\"claims\":{\"user\":{},\"device\":{},\"system\":{}},\"helpers\":{},\"passwordMinutesAgo\":{},\"timeMs\":null}"});
    }, "warm-up", STACK_BYTES);
    thread.start();
    thread.join();
  }

  private static String[] run(String[] job) {
    String phase = "begin";
    ScriptObjectMirror functions = null;
    try {
      ScriptContext context = new SimpleScriptContext();
      Bindings global = engine.createBindings();
      context.setBindings(global, ScriptContext.ENGINE_SCOPE);
      context.setWriter(new Printer());
      ScriptObjectMirror install = (ScriptObjectMirror) prelude.eval(context);
      functions = (ScriptObjectMirror) install.call(null, new Ask(), new Collections());
      ((ScriptObjectMirror) functions.getSlot(0)).call(null, job[5]);
      context.setAttribute(ScriptEngine.FILENAME, job[1], ScriptContext.ENGINE_SCOPE);
      phase = "compile";
      CompiledScript script = ((Compilable) engine).compile(job[2] + job[3] + job[4]);
      phase = "run";
      Object result = script.eval(context);
      phase = "result";
      return new String[] {"value", String.valueOf(((ScriptObjectMirror) functions.getSlot(1)).call(null, result))};
    } catch (Throwable thrown) {
      return failure(phase, thrown, functions);
    }
  }

  private static String[] failure(String phase, Throwable thrown, ScriptObjectMirror functions) {
    Throwable cause = thrown instanceof ScriptException && thrown.getCause() != null ? thrown.getCause() : thrown;
    String kind = cause.getClass().getName();
    String message = String.valueOf(cause.getMessage());
    int line = 0;
    int column = 0;
    if (cause instanceof NashornException) {
      line = ((NashornException) cause).getLineNumber();
      column = ((NashornException) cause).getColumnNumber();
    }
    if (cause instanceof ECMAException && functions != null) {
      try {
        message = String.valueOf(((ScriptObjectMirror) functions.getSlot(2)).call(null, ((ECMAException) cause).getThrown()));
      } catch (Throwable hidden) {
        message = "an object that cannot be shown";
      }
    }
    return new String[] {"failure", phase, kind, message, String.valueOf(line), String.valueOf(column)};
  }

  /** The prelude's way out: host(name, argumentsAsJson), answered by the other end of the pipe. */
  public static final class Ask extends AbstractJSObject {
    @Override
    public Object call(Object self, Object... args) {
      try {
        write("call", String.valueOf(args[0]), String.valueOf(args[1]));
        String[] answer = read();
        return answer == null ? "{\"throws\":\"the engine is closed\"}" : answer[1];
      } catch (IOException broken) {
        throw new IllegalStateException(broken);
      }
    }

    @Override
    public boolean isFunction() {
      return true;
    }
  }

  /** Where print writes: each line becomes a question to the outside, like that of any other host function. */
  private static final class Printer extends Writer {
    private final StringBuilder line = new StringBuilder();

    @Override
    public void write(char[] text, int from, int count) throws IOException {
      for (int at = from; at < from + count; at++) {
        if (text[at] != '\n' || at + 1 < from + count) line.append(text[at]);
        else send();
      }
    }

    private void send() throws IOException {
      Host.write("call", "print", "[" + quoted(line) + "]");
      line.setLength(0);
      read();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static String quoted(CharSequence text) {
    StringBuilder json = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (unit == '"' || unit == '\\') json.append('\\').append(unit);
      else if (unit < ' ') json.append(String.format("\\u%04x", (int) unit));
      else json.append(unit);
    }
    return json.append('"').toString();
  }

  /** Makes the lists and maps that claims are when they come from Java. */
  public static final class Collections extends AbstractJSObject {
    @Override
    public Object call(Object self, Object... args) {
      return "list".equals(String.valueOf(args[0])) ? new ArrayList<Object>() : new LinkedHashMap<String, Object>();
    }

    @Override
    public boolean isFunction() {
      return true;
    }
  }

  private static String[] read() throws IOException {
    int count;
    try {
      count = in.readInt();
    } catch (java.io.EOFException end) {
      return null;
    }
    String[] texts = new String[count];
    for (int at = 0; at < count; at++) {
      byte[] bytes = new byte[in.readInt() * 2];
      in.readFully(bytes);
      char[] units = new char[bytes.length / 2];
      for (int unit = 0; unit < units.length; unit++)
        units[unit] = (char) ((bytes[2 * unit] & 0xff) | (bytes[2 * unit + 1] & 0xff) << 8);
      texts[at] = new String(units);
    }
    return texts;
  }

  private static synchronized void write(String... texts) throws IOException {
    out.writeInt(texts.length);
    for (String text : texts) {
      out.writeInt(text.length());
      byte[] bytes = new byte[text.length() * 2];
      for (int unit = 0; unit < text.length(); unit++) {
        bytes[2 * unit] = (byte) text.charAt(unit);
        bytes[2 * unit + 1] = (byte) (text.charAt(unit) >> 8);
      }
      out.write(bytes);
    }
    out.flush();
  }
}
