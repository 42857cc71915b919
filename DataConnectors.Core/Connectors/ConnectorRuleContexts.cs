using DataConnectors.Core.Audiences;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.People;

namespace DataConnectors.Core.Connectors;

/// <summary>Reads what <see cref="ConnectorRules"/> must know of the workspace.</summary>
public sealed class ConnectorRuleContexts(
    TokenQueries tokens,
    PeopleQueries people,
    ObjectSchemas schemas,
    AudienceBook audiences
)
{
    /// <summary>The workspace as it is now.</summary>
    public async Task<ConnectorRuleContext> ReadAsync(CancellationToken cancellationToken) =>
        new(
            await tokens.ListAsync(cancellationToken),
            await people.ListAttributesAsync(cancellationToken),
            await schemas.ReadAsync(cancellationToken)
        )
        {
            AudienceNames = (await audiences.ReadAsync(cancellationToken)).ToDictionary(
                audience => audience.Key,
                audience => audience.Value.Name
            ),
        };
}
