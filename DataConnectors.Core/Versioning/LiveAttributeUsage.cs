using DataConnectors.Core.Connectors;
using DataConnectors.Core.People;

namespace DataConnectors.Core.Versioning;

/// <summary>Finds the attributes and objects that live versions name.</summary>
internal sealed class LiveAttributeUsage(LiveVersions versions) : IAttributeUsageProbe
{
    public async Task<IReadOnlyList<AttributeUse>> ListAsync(CancellationToken cancellationToken) =>
        [
            .. (await versions.ListAsync(cancellationToken)).SelectMany(version =>
                DefinitionAttributes
                    .Of(version.Definition)
                    .Select(path => new AttributeUse(path, version.Definition.Name))
            ),
        ];
}
