using System.Text.Json;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Scripting.JavaScript.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DataConnectors.Core.Scripting.JavaScript;

/// <summary>
/// Runs JavaScript in worker processes (DataConnectors.Sandbox). A worker serves one request at a time, with a new interpreter for each,
/// and is killed when it does not answer in time or its caller goes away.
/// </summary>
internal sealed class JavaScriptRuntime : IJavaScriptRuntime, IDisposable
{
    private static readonly JsonDocumentOptions ParseOptions = new()
    {
        MaxDepth = ScriptLimits.MaxDepth,
    };

    private readonly WorkerLimits limits;
    private readonly WorkerPool pool;

    public JavaScriptRuntime(IOptions<ScriptingOptions> options, ILogger<JavaScriptRuntime> logger)
        : this(DefaultLimits, options.Value.JavaScriptWorkers, AppContext.BaseDirectory, logger) { }

    /// <summary>With other limits, or workers from another place.</summary>
    internal JavaScriptRuntime(
        WorkerLimits limits,
        int maxWorkers,
        string programDirectory,
        ILogger logger
    )
    {
        this.limits = limits;
        pool = new WorkerPool(limits, maxWorkers, programDirectory, logger);
    }

    /// <summary>Those of <see cref="ScriptLimits"/>.</summary>
    internal static WorkerLimits DefaultLimits { get; } =
        new(
            ScriptLimits.Time,
            ScriptLimits.MemoryBytes,
            ScriptLimits.MaxResultBytes,
            ScriptLimits.MaxPrintedCharacters,
            ScriptLimits.MaxDepth
        );

    /// <summary>The ids of the worker processes.</summary>
    internal IReadOnlyList<int> WorkerIds => pool.WorkerIds;

    /// <summary>Starts a worker in the background, so that the first run finds it ready.</summary>
    public void StartAhead() => pool.StartAhead();

    public async ValueTask<string?> FindObstacleAsync(CancellationToken cancellationToken)
    {
        if (!pool.IsKnown && await pool.TakeAsync(cancellationToken) is { } worker)
        {
            pool.Return(worker, isUsable: true);
        }

        if (pool.Obstacle is { } obstacle)
        {
            // It may have passed: the next question finds out.
            pool.StartAhead();
            return obstacle;
        }

        return null;
    }

    public async Task<Outcome<ScriptRun, ScriptFailure>> RunAsync(
        Script script,
        ScriptInput input,
        CancellationToken cancellationToken
    )
    {
        var request = new WorkerCall(
            WorkerRequest.Transform,
            FrameWriter.LengthOf(script.Code) + LengthOf(input)
        );
        request
            .Message.Int64(script.Owner)
            .Text(script.Code)
            .Json(input.Response)
            .Bytes(input.Context.Span);
        return await AskAsync(
            request,
            answer => new ScriptRun(Parse(answer.Rest.Bytes()), WorkerAnswers.Report(answer.Head)),
            cancellationToken
        );
    }

    public async Task<Outcome<IReadOnlyList<ExpressionResult>, ScriptFailure>> EvaluateAsync(
        long owner,
        IReadOnlyList<ExpressionEvaluation> evaluations,
        ScriptInput input,
        CancellationToken cancellationToken
    )
    {
        if (evaluations.Count == 0)
        {
            return Array.Empty<ExpressionResult>();
        }

        var request = new WorkerCall(
            WorkerRequest.Evaluate,
            LengthOf(input)
                + evaluations.Sum(one =>
                    (long)FrameWriter.LengthOf(one.Expression) + FrameWriter.LengthOf(one.Value)
                )
        );
        request
            .Message.Int64(owner)
            .Json(input.Response)
            .Bytes(input.Context.Span)
            .Int32(evaluations.Count);
        foreach (var (expression, value) in evaluations)
        {
            request.Message.Text(expression).Json(value);
        }

        return await AskAsync<IReadOnlyList<ExpressionResult>>(
            request,
            answer => Results(answer.Rest, evaluations.Count),
            cancellationToken
        );
    }

    public Task<IReadOnlyList<ScriptDiagnostic>> CheckSyntaxAsync(
        Script script,
        CancellationToken cancellationToken
    ) => CheckAsync(WorkerRequest.CheckScript, script.Code, cancellationToken);

    public Task<IReadOnlyList<ScriptDiagnostic>> CheckExpressionAsync(
        string expression,
        CancellationToken cancellationToken
    ) => CheckAsync(WorkerRequest.CheckExpression, expression, cancellationToken);

    public void Dispose() => pool.Dispose();

    private async Task<IReadOnlyList<ScriptDiagnostic>> CheckAsync(
        WorkerRequest kind,
        string text,
        CancellationToken cancellationToken
    )
    {
        var request = new WorkerCall(kind, FrameWriter.LengthOf(text));
        request.Message.Text(text);
        var outcome = await AskAsync<IReadOnlyList<ScriptDiagnostic>>(
            request,
            answer => Diagnostics(answer.Rest),
            cancellationToken
        );
        return outcome.TryGet(out var diagnostics, out _) ? diagnostics : [];
    }

    /// <summary>One request to one worker, under the deadline. What does not read as a reply comes from no worker to be used again.</summary>
    private async Task<Outcome<T, ScriptFailure>> AskAsync<T>(
        WorkerCall call,
        Func<WorkerAnswer, T> read,
        CancellationToken cancellationToken
    )
    {
        if (await pool.TakeAsync(cancellationToken) is not { } worker)
        {
            return new ScriptFailure(ScriptFailureKind.Unavailable, pool.Obstacle ?? "");
        }

        Outcome<T, ScriptFailure>? outcome = null;
        var isUsable = false;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            deadline.CancelAfter(limits.Time);
            await using var killing = deadline.Token.UnsafeRegister(
                static worker => ((WorkerProcess)worker!).Kill(),
                worker
            );
            if (WorkerAnswer.Read(await worker.AskAsync(call.Message), call.Nonce) is { } answer)
            {
                outcome =
                    answer.Head.Status == WorkerStatus.Completed
                        ? read(answer)
                        : WorkerAnswers.Failure(answer.Head);
                isUsable = !answer.Head.IsWornOut && !deadline.IsCancellationRequested;
            }
        }
        catch (Exception exception)
            when (exception is ArgumentException or JsonException or OverflowException)
        {
            // No reply: the worker is not used again.
        }
        finally
        {
            pool.Return(worker, isUsable);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return outcome
            ?? (
                deadline.IsCancellationRequested
                    ? WorkerAnswers.TimedOut(limits)
                    : WorkerAnswers.Ended
            );
    }

    private static long LengthOf(ScriptInput input) =>
        (long)FrameWriter.LengthOf(input.Response) + sizeof(int) + input.Context.Length;

    private static ScriptDiagnostic[] Diagnostics(FrameReader rest)
    {
        var diagnostics = new ScriptDiagnostic[rest.Int32()];
        for (var index = 0; index < diagnostics.Length; index++)
        {
            diagnostics[index] = new ScriptDiagnostic(
                rest.Int32(),
                rest.Int32(),
                rest.Int32(),
                rest.Int32(),
                rest.Text()
            );
        }

        return diagnostics;
    }

    private static ExpressionResult[] Results(FrameReader rest, int count)
    {
        var results = new ExpressionResult[count];
        for (var index = 0; index < count; index++)
        {
            results[index] = rest.Flag()
                ? new ExpressionResult(Value: null, rest.Text())
                : new ExpressionResult(Parse(rest.Bytes()), Fault: null);
        }

        return results;
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> json) =>
        JsonElement.Parse(json.Span, ParseOptions);
}
