using System.Text;
using DataConnectors.Core.Scripting.JavaScript.Wire;
using DataConnectors.Sandbox.Values;
using Jint;
using Jint.Native;
using Jint.Runtime.Descriptors;

namespace DataConnectors.Sandbox.Running;

/// <summary>
/// Evaluates all expressions of one run. Each has an interpreter of its own: one that changes a prototype, a global or the response
/// does not change what the others see. What uses up the time or the memory of the whole run ends it for all.
/// </summary>
internal sealed class Expressions(
    WorkerLimits limits,
    Engines engines,
    PreparedScripts scripts,
    Faults faults
)
{
    private const int MaxNamedLength = 60;

    public Answer Run(FrameReader request, Run run)
    {
        var scope = new Scope(request.Int64(), request.Bytes(), request.Bytes());
        var count = request.Int32();
        var outcomes = new List<Outcome>(Math.Min(count, 10_000));
        var room = limits.ResultBytes;
        run.StartFunction();
        for (var index = 0; index < count; index++)
        {
            var (expression, value) = (request.Text(), request.Bytes());
            run.Subject = $"The expression {Shorten(expression)}";
            if (run.IsOver)
            {
                return new Answer.Failed(faults.TimedOut(run.Subject));
            }

            var outcome = Evaluate(scope, expression, value, room, run);
            if (
                outcome.Fault is { } fault
                && (
                    fault.Status == WorkerStatus.OutOfMemory
                    || (fault.Status == WorkerStatus.TimedOut && run.IsOver)
                )
            )
            {
                return new Answer.Failed(fault);
            }

            outcomes.Add(outcome);
            room -= outcome.Json.Length;
        }

        return new Answer.Given(writer => Write(writer, outcomes));
    }

    private Outcome Evaluate(
        Scope scope,
        string expression,
        ReadOnlyMemory<byte> value,
        int room,
        Run run
    )
    {
        try
        {
            var script = scripts.Expression(scope.Owner, expression);
            var engine = engines.Create(run.Printer, run.Remaining);
            var input = new JsonInput(engine);
            engine.SetValue("value", input.Read(value.Span));
            run.HasBigIntegers = input.HasBigIntegers;
            // Most expressions look at their value alone; the whole answer is read for those that ask for it.
            AddLazily(engine, "response", scope.Response);
            AddLazily(engine, "context", scope.Context);
            var given = engine.Evaluate(script);
            if (given.IsCallable())
            {
                return new Outcome(
                    new Fault(
                        WorkerStatus.NotJson,
                        $"{run.Subject} gives a function. Write what it should give instead, such as value.trim()."
                    )
                );
            }

            using var result = new JsonResult(
                engine,
                limits with
                {
                    ResultBytes = room,
                },
                $"{run.Subject} gives"
            );
            return result.Write(given) is { } fault
                ? new Outcome(fault)
                : new Outcome(Fault: null, result.Written);
        }
        catch (Exception exception)
        {
            return new Outcome(faults.From(exception, run));
        }
    }

    private static void AddLazily(Engine engine, string name, ReadOnlyMemory<byte> json) =>
        engine.Advanced.AddLazyGlobal(
            name,
            json,
            static (engine, json) => new JsonInput(engine).Read(json.Span),
            PropertyFlag.ConfigurableEnumerableWritable
        );

    private static void Write(FrameWriter writer, List<Outcome> outcomes)
    {
        foreach (var (fault, json) in outcomes)
        {
            writer
                .Flag(fault is not null)
                .Bytes(fault is null ? json.Span : Encoding.UTF8.GetBytes(fault.Message));
        }
    }

    private static string Shorten(string expression) =>
        expression.Length > MaxNamedLength ? expression[..MaxNamedLength] + "…" : expression;

    private sealed record Scope(
        long Owner,
        ReadOnlyMemory<byte> Response,
        ReadOnlyMemory<byte> Context
    );

    private sealed record Outcome(Fault? Fault, ReadOnlyMemory<byte> Json = default);
}
