using DataConnectors.Core.Templating;

namespace DataConnectors.Core.Connectors;

/// <summary>
/// Whether a call says who is asking, by an attribute that names one person. Its value comes from the person of the verified session and
/// from nothing that anybody wrote, so that an API can keep one customer's data from another.
/// </summary>
public static class VerifiedIdentity
{
    /// <summary>The attributes that name one person.</summary>
    public static IReadOnlyList<string> AttributePaths { get; } =
    ["person.user_id", "person.email", "person.phone", "person.id"];

    /// <summary>Whether a data input or a placeholder of the call reads one of them.</summary>
    public static bool IsRead(ConnectorDefinition definition) =>
        definition.DataInputs.Any(input =>
            input.Source == DataInputSource.Attribute && Names(input.AttributePath ?? "")
        ) || Placeholders(definition).Any(placeholder => Names(placeholder.Name));

    /// <summary>Whether the path is one of them.</summary>
    public static bool Names(string path) => AttributePaths.Contains(path, StringComparer.Ordinal);

    private static IEnumerable<Placeholder> Placeholders(ConnectorDefinition definition) =>
        [
            .. UrlTemplate.Parse(definition.Url).Placeholders,
            .. definition.Headers.SelectMany(header =>
                HeaderTemplate.Parse(header.Value).Placeholders
            ),
            // A body is not sent with GET, so what stands in it says nothing.
            .. definition.Method == RequestMethod.Get
                ? []
                : BodyTemplate.Parse(definition.Body, definition.BodyFormat).Placeholders,
        ];
}
