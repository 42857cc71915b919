using System.Text;
using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomerAuthentication;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;

namespace DataConnectors.Web.Components.Connectors.Builder.Api;

/// <summary>What a teammate chose for a test.</summary>
/// <param name="Mode">How far it goes.</param>
/// <param name="Person">For whom; null for nobody in particular.</param>
/// <param name="Inputs">What Fin would have collected, by data input name; without empty ones.</param>
public sealed record TestSetup(
    TestMode Mode,
    PersonSnapshot? Person,
    IReadOnlyDictionary<string, string> Inputs
);

/// <summary>What a test did.</summary>
/// <param name="Mode">How far it went.</param>
/// <param name="Result">As the executor tells it.</param>
/// <param name="Wire">The request's bytes as text, secrets masked; null when none could be rendered.</param>
public sealed record TestOutcome(TestMode Mode, ExecutionResult Result, string? Wire)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The answer as text; null when there was none.</summary>
    public string? ResponseText { get; } =
        Result.Response is { } response ? Encoding.UTF8.GetString(response.Body.Span) : null;

    /// <summary>The answer as an example response, indented where it is JSON; null when there was none.</summary>
    public ExampleResponse? AsExample() =>
        Result.Response is { } response
            ? new ExampleResponse(response.Status, response.ContentType, Readable(ResponseText!))
            : null;

    /// <summary>The answer as JSON; null when it is none.</summary>
    public JsonElement? ResponseJson()
    {
        if (Result.Shaped is { } shaped)
        {
            return shaped.Original;
        }

        try
        {
            return ResponseText is null ? null : JsonElement.Parse(ResponseText);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Readable(string text)
    {
        try
        {
            return JsonSerializer.Serialize(JsonElement.Parse(text), Indented);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}

/// <summary>Tests a draft through the one executor.</summary>
public sealed class ConnectionTest(ConnectorExecutor executor, ExecutionProfiles profiles)
{
    /// <summary>What the test did; forbidden without the permission.</summary>
    public async Task<Outcome<TestOutcome, Fault>> RunAsync(
        Actor actor,
        long connectorId,
        ConnectorDefinition definition,
        TestSetup setup,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var request = new ExecutionRequest
        {
            ConnectorId = connectorId,
            Definition = definition,
            Profile =
                setup.Mode == TestMode.RealCall
                    ? profiles.Test
                    : ExecutionProfiles.Preview(definition.ExampleResponse),
            Source = ExecutionSource.Inbox,
            CollectedInputs = setup.Inputs,
            Person = setup.Person,
            Session = new CustomerSession(
                setup.Person?.Id,
                setup.Person?.Role == PersonRole.User
            ),
        };
        var result =
            setup.Mode == TestMode.DryRun
                ? await executor.PrepareAsync(request, cancellationToken)
                : (await executor.ExecuteAsync(request, cancellationToken)).Result;
        var wire = result.Request is null
            ? null
            : WireFormat.Describe(result.Request, result.SecretHeaderNames);
        return new TestOutcome(setup.Mode, result, wire);
    }
}
