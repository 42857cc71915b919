using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomerAuthentication;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;

namespace DataConnectors.Core.Execution;

/// <summary>How honestly a test meets the API. Every result is labelled with its mode.</summary>
public enum TestMode
{
    /// <summary>Shows the exact bytes; nothing is sent.</summary>
    DryRun,

    /// <summary>Answers from the stored example; nothing is sent.</summary>
    Example,

    /// <summary>Calls the API. A write changes something there.</summary>
    RealCall,
}

/// <summary>A draft to be tested, for somebody, with values.</summary>
/// <param name="ConnectorId">The connector.</param>
/// <param name="Definition">The draft.</param>
/// <param name="Mode">How.</param>
/// <param name="Person">The test person; null for nobody in particular.</param>
/// <param name="Inputs">Values of the inputs that Fin would collect; blank ones are left out.</param>
public sealed record ConnectorTest(
    long ConnectorId,
    ConnectorDefinition Definition,
    TestMode Mode,
    PersonSnapshot? Person,
    IReadOnlyDictionary<string, string> Inputs
);

/// <summary>Runs a draft as a test: no effects here, nobody told.</summary>
public sealed class TestConnector(ConnectorExecutor executor, ExecutionProfiles profiles)
{
    /// <summary>What happened, or why this teammate may not test.</summary>
    public async Task<Outcome<ExecutionResult, Fault>> RunAsync(
        Actor actor,
        ConnectorTest test,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var request = new ExecutionRequest
        {
            ConnectorId = test.ConnectorId,
            Definition = test.Definition,
            Profile =
                test.Mode == TestMode.RealCall
                    ? profiles.Test
                    : ExecutionProfiles.Preview(test.Definition.ExampleResponse),
            Source = ExecutionSource.Inbox,
            Person = test.Person,
            Session = test.Person is { Role: PersonRole.User } user
                ? new CustomerSession(user.Id, IsSignedIn: true)
                : new CustomerSession(test.Person?.Id, IsSignedIn: false),
            CollectedInputs = test
                .Inputs.Where(input => !string.IsNullOrWhiteSpace(input.Value))
                .ToDictionary(StringComparer.Ordinal),
        };
        return test.Mode == TestMode.DryRun
            ? await executor.PrepareAsync(request, cancellationToken)
            : (await executor.ExecuteAsync(request, cancellationToken)).Result;
    }
}
