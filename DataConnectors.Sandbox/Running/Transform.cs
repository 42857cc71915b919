using Acornima.Ast;
using DataConnectors.Core.Scripting.JavaScript.Wire;
using DataConnectors.Sandbox.Values;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace DataConnectors.Sandbox.Running;

/// <summary>Runs the function <c>transform</c> of an admin's code on one answer.</summary>
internal sealed class Transform(WorkerLimits limits, Engines engines, PreparedScripts scripts)
{
    private const string Subject = "The code";

    // The function may be a declaration or a constant, which is no property of the global object.
    private static readonly Prepared<Script> Function = PreparedScripts.Compile(
        "typeof transform === 'function' ? transform : undefined"
    );

    // So that the admin's own JSON.stringify writes the large numbers of an answer as they came, instead of refusing them.
    private static readonly Prepared<Script> StringifyBigIntegers = PreparedScripts.Compile(
        """
        (raw => Object.defineProperty(BigInt.prototype, 'toJSON', {
            configurable: true,
            writable: true,
            value() { return raw(String(this)); },
        }))(JSON.rawJSON);
        """
    );

    private static readonly Prepared<Script> Then = PreparedScripts.Compile(
        "(promise, resolved, rejected) => { promise.then(resolved, rejected); }"
    );

    public Answer Run(FrameReader request, Run run)
    {
        var owner = request.Int64();
        var script = scripts.Script(owner, request.Text());
        var (response, context) = (request.Bytes(), request.Bytes());

        var engine = engines.Create(run.Printer, run.Remaining);
        var input = new JsonInput(engine);
        JsValue[] arguments = [input.Read(response.Span), input.Read(context.Span)];
        run.HasBigIntegers = input.HasBigIntegers;
        if (input.HasBigIntegers)
        {
            engine.Execute(StringifyBigIntegers);
        }

        run.StartFunction();
        engine.Execute(script);
        var function = engine.Evaluate(Function);
        if (function.IsUndefined())
        {
            return new Answer.Failed(
                new Fault(
                    WorkerStatus.MissingFunction,
                    "The code has no function named transform. Start with: function transform(response, context) { return response; }"
                )
            );
        }

        var returned = Settled(engine, engine.Call(function, JsValue.Undefined, arguments));
        return returned is null ? Pending() : Write(engine, returned);
    }

    private Answer Write(Engine engine, JsValue returned)
    {
        if (returned.IsUndefined() || returned.IsSymbol() || returned.IsCallable())
        {
            var what = returned.IsUndefined() ? "nothing" : "a function or symbol";
            return new Answer.Failed(
                new Fault(
                    WorkerStatus.NotJson,
                    $"transform returned {what}. End it with return and the value that Fin should read, or return null."
                )
            );
        }

        using var result = new JsonResult(engine, limits, "transform returned");
        var fault = result.Write(returned);
        var json = result.Written;
        return fault is null
            ? new Answer.Given(writer => writer.Bytes(json.Span))
            : new Answer.Failed(fault);
    }

    // There is nothing outside to wait for: what has not settled when all its own jobs have run never will.
    private static JsValue? Settled(Engine engine, JsValue returned)
    {
        if (!returned.IsPromise())
        {
            return returned;
        }

        JsValue? settled = null;
        JsValue? error = null;
        engine.Call(
            engine.Evaluate(Then),
            JsValue.Undefined,
            [
                returned,
                Receiver(engine, value => settled = value),
                Receiver(engine, value => error = value),
            ]
        );
        engine.Advanced.ProcessTasks();
        return error is null ? settled : throw new JavaScriptException(error);
    }

    private static ClrFunction Receiver(Engine engine, Action<JsValue> receive) =>
        new(
            engine,
            "settle",
            (_, arguments) =>
            {
                receive(arguments.Length > 0 ? arguments[0] : JsValue.Undefined);
                return JsValue.Undefined;
            }
        );

    private static Answer.Failed Pending() =>
        new(
            new Fault(
                WorkerStatus.NotJson,
                $"{Subject} returned a promise that nothing settles. Return the value itself; there is nothing to wait for here."
            )
        );
}
