using DataConnectors.Core.People;
using DataConnectors.Core.Templating;

namespace DataConnectors.Core.Connectors;

/// <summary>Lists what a definition reads and writes of the workspace.</summary>
internal static class DefinitionAttributes
{
    /// <summary>
    /// The attributes that inputs, placeholders and the custom audience read, and the objects, attributes and references that mappings write, each once, as in
    /// <see cref="AttributeUse.Path"/>.
    /// </summary>
    public static IReadOnlyList<string> Of(ConnectorDefinition definition) =>
        [
            .. definition
                .DataInputs.Where(input => input.Source == DataInputSource.Attribute)
                .Select(input => input.AttributePath ?? "")
                .Concat(Placeholders(definition))
                .Concat(definition.CustomAudience?.ListAttributes() ?? [])
                .Where(path => path.Contains('.', StringComparison.Ordinal))
                .Concat(definition.ObjectMappings.SelectMany(Written))
                .Distinct(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> Placeholders(ConnectorDefinition definition) =>
        UrlTemplate
            .Parse(definition.Url)
            .Placeholders.Concat(
                definition.Headers.SelectMany(header =>
                    HeaderTemplate.Parse(header.Value).Placeholders
                )
            )
            .Concat(BodyTemplate.Parse(definition.Body, definition.BodyFormat).Placeholders)
            .Select(placeholder => placeholder.Name);

    private static IEnumerable<string> Written(ObjectMapping mapping) =>
        [
            mapping.ObjectType,
            .. mapping.Attributes.Select(attribute =>
                $"{mapping.ObjectType}.{attribute.Attribute}"
            ),
            .. mapping.References.Select(reference =>
                $"{mapping.ObjectType}.{reference.Reference}"
            ),
        ];
}
