using System.Globalization;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Execution.Stages;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Execution;

/// <summary>
/// The one way in which a connector runs: previews, tests and live runs alike. A straight line of stages, each of which takes what
/// the one before it made, under one deadline:
/// <list type="number">
/// <item>verify – customer authentication</item>
/// <item>resolve – values of the data inputs, typed</item>
/// <item>render – placeholders filled in, encoded for their place</item>
/// <item>authenticate – tokens laid beside the request</item>
/// <item>guard – address and headers judged</item>
/// <item>send – over the profile's transport, the only fork</item>
/// <item>shape – status judged, answer parsed and restricted</item>
/// <item>map – values for attributes taken from the answer</item>
/// <item>record – the profile's observers told</item>
/// </list>
/// An expected failure ends the line and is part of the result; it is never thrown.
/// </summary>
public sealed class ConnectorExecutor
{
    private static readonly StageFailure Abandoned = new(
        ErrorType.Connection,
        "Whoever asked for this run stopped waiting before the API answered. Whether the API carried it out is not known."
    );

    private readonly RequestAuthenticator authenticator;
    private readonly RequestGuard guard;
    private readonly ResponseShaper shaper;
    private readonly ExecutionObservers observers;
    private readonly ObjectSchemas schemas;
    private readonly IdGenerator ids;
    private readonly TimeProvider clock;

    internal ConnectorExecutor(
        RequestAuthenticator authenticator,
        RequestGuard guard,
        ResponseShaper shaper,
        ExecutionObservers observers,
        ObjectSchemas schemas,
        IdGenerator ids,
        TimeProvider clock
    )
    {
        this.authenticator = authenticator;
        this.guard = guard;
        this.shaper = shaper;
        this.observers = observers;
        this.schemas = schemas;
        this.ids = ids;
        this.clock = clock;
    }

    /// <summary>
    /// Runs all stages and returns when the answer is there; recording goes on in <see cref="FinishedExecution.Recording"/>. Throws
    /// only <see cref="OperationCanceledException"/>, when the caller cancels before there is an answer.
    /// </summary>
    public async Task<FinishedExecution> ExecuteAsync(
        ExecutionRequest request,
        CancellationToken cancellationToken
    )
    {
        var run = Begin(request);
        using var deadline = StartDeadline(request, cancellationToken);
        var guarded = await PrepareAsync(run, request, deadline.Token);
        if (guarded is not null)
        {
            // Read before anything is sent: what was sent leaves a row, whatever happens to the database meanwhile.
            run.Objects = await ReadObjectsAsync(run.Connector, cancellationToken);
            await CompleteAsync(run, request, guarded, deadline.Token, cancellationToken);
        }

        var result = run.ToResult();
        var wasCancelled = !result.IsSuccess && cancellationToken.IsCancellationRequested;
        if (wasCancelled && guarded is null)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        // What was sent leaves a row, also when nobody waits for it any more: it may have changed something at the API.
        var recording = observers.TellAsync(request.Profile.Observers, result);
        return wasCancelled
            ? throw new OperationCanceledException(cancellationToken)
            : new FinishedExecution(result, recording);
    }

    /// <summary>
    /// The dry run: every stage before sending, and no further. The result says what would be sent, or why nothing could be; nobody
    /// is told of it.
    /// </summary>
    public async Task<ExecutionResult> PrepareAsync(
        ExecutionRequest request,
        CancellationToken cancellationToken
    )
    {
        var run = Begin(request);
        using var deadline = StartDeadline(request, cancellationToken);
        await PrepareAsync(run, request, deadline.Token);
        return run.ToResult();
    }

    private async ValueTask<GuardedRequest?> PrepareAsync(
        ExecutionRun run,
        ExecutionRequest request,
        CancellationToken deadline
    )
    {
        var definition = request.Definition;
        var connector = run.Connector;

        var verified = CallerVerifier.Verify(
            definition,
            request.Session,
            request.Person,
            request.Source
        );
        if (
            !run.Take(
                Stage.Verify,
                verified,
                definition.CustomerAuthentication ? "Signed-in user" : "Not required",
                out _
            )
        )
        {
            return null;
        }

        var resolved = InputResolver.Resolve(
            connector,
            request.CollectedInputs,
            request.Person,
            request.Conversation
        );
        if (!run.Take(Stage.Resolve, resolved, "Every input has its value", out var inputs))
        {
            return null;
        }

        run.Inputs = inputs;
        var rendering = RequestRenderer.Render(connector, inputs);
        if (!run.Take(Stage.Render, rendering, "Placeholders filled in", out var rendered))
        {
            return null;
        }

        run.Rendered = rendered;
        var authentication = await authenticator.AuthenticateAsync(
            rendered,
            definition.TokenIds,
            deadline
        );
        if (
            !run.Take(
                Stage.Authenticate,
                authentication,
                definition.TokenIds.Count == 0 ? "No token" : "Tokens attached",
                out var authenticated
            )
        )
        {
            return null;
        }

        run.Authenticated = authenticated;
        return run.Take(Stage.Guard, guard.Guard(authenticated), "Address allowed", out var guarded)
            ? guarded
            : null;
    }

    private async ValueTask CompleteAsync(
        ExecutionRun run,
        ExecutionRequest request,
        GuardedRequest guarded,
        CancellationToken deadline,
        CancellationToken cancellationToken
    )
    {
        var definition = request.Definition;
        var connector = run.Connector;
        var sent = await request.Profile.Transport.SendAsync(
            guarded,
            definition.ResponseCapBytes,
            deadline
        );

        // Only the token itself tells whether time ran out: a cut-off answer ends in many kinds of failure.
        if (!sent.IsSuccess && deadline.IsCancellationRequested)
        {
            sent = cancellationToken.IsCancellationRequested
                ? Abandoned
                : TimedOut(definition.TimeoutMilliseconds);
        }

        if (!run.Take(Stage.Send, sent, "Answer received", out var response))
        {
            return;
        }

        run.Response = response;
        var shaping = await ShapeAsync(run, request, response, deadline);
        if (!run.Take(Stage.Shape, shaping, ShapedBy(definition), out var shaped))
        {
            return;
        }

        run.Shaped = shaped;
        var mapped = ObjectMapper.Map(
            connector,
            shaped.Original,
            run.Objects,
            isForPerson: request.Person is not null,
            isInConversation: request.Conversation is not null
        );
        run.Take<MappedObjects>(
            Stage.Map,
            mapped,
            definition.ObjectMappings.Count == 0 ? "No mapping" : "Values taken",
            out _
        );
        run.Mapped = mapped;
        run.AcceptedChanges = request.Profile.ChangeWriter.Accept(mapped.Changes);
    }

    private static string ShapedBy(ConnectorDefinition definition) =>
        definition switch
        {
            { DataAccess: DataAccess.Full } => "Answer parsed",
            { ResponseTransformation: ResponseTransformation.Python } => "Reshaped by Python",
            { ResponseTransformation: ResponseTransformation.JavaScript } =>
                "Reshaped by JavaScript",
            _ => "Cut to the chosen fields",
        };

    private async ValueTask<ObjectSchema> ReadObjectsAsync(
        CompiledConnector connector,
        CancellationToken cancellationToken
    ) =>
        connector.Mappings.Count == 0
            ? ObjectSchema.Empty
            : await schemas.ReadAsync(cancellationToken);

    private async ValueTask<Outcome<ShapedResponse, StageFailure>> ShapeAsync(
        ExecutionRun run,
        ExecutionRequest request,
        RawResponse response,
        CancellationToken deadline
    )
    {
        try
        {
            return await shaper.ShapeAsync(
                new ExecutionSubject(request.ConnectorId, run.Connector),
                response,
                run.Inputs!,
                deadline
            );
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return new StageFailure(
                ErrorType.ResponseMapping,
                "The API answered, and the time of the run was over before its answer was reshaped. Raise the timeout in the API tab, or make the code faster.",
                "timeoutMilliseconds"
            );
        }
    }

    private ExecutionRun Begin(ExecutionRequest request) =>
        new(request, CompiledConnector.For(request.Definition, clock), ids.Next(), clock);

    private Deadline StartDeadline(ExecutionRequest request, CancellationToken cancellationToken) =>
        new(
            TimeSpan.FromMilliseconds(request.Definition.TimeoutMilliseconds),
            clock,
            cancellationToken
        );

    private static StageFailure TimedOut(int timeoutMilliseconds) =>
        new(
            ErrorType.Connection,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The API did not answer within {timeoutMilliseconds / 1000.0:0.###} s. Raise the timeout in the API tab, or ask whoever runs the API."
            ),
            "timeoutMilliseconds"
        );
}
