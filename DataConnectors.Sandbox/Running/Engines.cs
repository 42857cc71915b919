using Acornima.Ast;
using DataConnectors.Core.Scripting.JavaScript.Wire;
using DataConnectors.Sandbox.Values;
using Jint;
using Jint.Constraints;
using Jint.Native;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace DataConnectors.Sandbox.Running;

/// <summary>
/// Makes a new interpreter for every run: its globals, prototypes and registered symbols are its own, so that nothing of a run is there
/// for the next. It has no access to .NET and compiles no text of the script's making.
/// </summary>
internal sealed class Engines
{
    // What the interpreter can count itself is the first line of defence. The time and memory of natives it cannot: those end with
    // the memory limit of the runtime, or with the process.
    private const int MaxStatements = 200_000_000;
    private const int MaxRecursion = 4_000;
    private const uint MaxArrayLength = 10_000_000;

    // Everything allocated counts here, also what is free again at once.
    private const int AllocationFactor = 32;

    private readonly Options options;

    public Engines(WorkerLimits limits)
    {
        options = new Options();
        options
            .Strict()
            .DisableStringCompilation()
            .LimitMemory(limits.MemoryBytes * AllocationFactor)
            .MaxStatements(MaxStatements)
            .LimitRecursion(MaxRecursion)
            .Constraint(() => new OperationDeadlineConstraint())
            .LocalTimeZone(TimeZoneInfo.Utc)
            .Culture(System.Globalization.CultureInfo.InvariantCulture);
        options.Constraints.MaxArraySize = MaxArrayLength;
        options.Constraints.StackOverflowGuard = true;
        options.Constraints.RegexTimeout = limits.Time / 2;
        options.Constraints.PromiseTimeout = limits.Time / 2;
        options.AgentCanSuspend = false;
    }

    /// <summary>A new interpreter that can print and whose deadline runs from now.</summary>
    public Engine Create(Printer printer, TimeSpan time)
    {
        var engine = new Engine(options);
        engine.Constraints.Find<OperationDeadlineConstraint>()!.Begin(time, default);
        engine.Advanced.AddLazyGlobal(
            "console",
            printer,
            static (engine, printer) => Console(engine, printer),
            PropertyFlag.NonEnumerable
        );
        engine.Advanced.AddLazyGlobal(
            "print",
            printer,
            static (engine, printer) => PrintFunction(engine, "print", printer),
            PropertyFlag.NonEnumerable
        );
        return engine;
    }

    private static JsObject Console(Engine engine, Printer printer)
    {
        var console = new JsObject(engine);
        foreach (var name in (string[])["log", "info", "warn", "error", "debug"])
        {
            console.FastSetDataProperty(name, PrintFunction(engine, name, printer));
        }

        return console;
    }

    private static ClrFunction PrintFunction(Engine engine, string name, Printer printer) =>
        new(
            engine,
            name,
            (_, arguments) =>
            {
                printer.Print(engine, arguments);
                return JsValue.Undefined;
            }
        );
}
