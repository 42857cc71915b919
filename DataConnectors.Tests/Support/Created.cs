using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;

namespace DataConnectors.Tests.Support;

/// <summary>What a test begins with and is not about, created by the commands. That they refuse it ends the test.</summary>
internal static class Created
{
    /// <summary>Creates a connector and gives its id.</summary>
    public static async Task<long> CreateConnectorAsync(
        this TestDatabase database,
        ConnectorDefinition definition,
        Actor? actor = null
    ) =>
        (
            await database
                .Get<CreateConnector>()
                .RunAsync(actor ?? Some.Actor, definition, CancellationToken.None)
        ).Value;

    /// <summary>Creates an attribute.</summary>
    public static async Task<AttributeSummary> CreateAttributeAsync(
        this TestDatabase database,
        string name,
        AttributeType type = AttributeType.Text,
        AttributeOwner owner = AttributeOwner.Person
    ) =>
        (
            await database
                .Get<CreateAttribute>()
                .RunAsync(Some.Actor, new NewAttribute(owner, name, type), CancellationToken.None)
        ).Value;
}
