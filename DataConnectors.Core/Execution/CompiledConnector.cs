using System.Runtime.CompilerServices;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Connectors.Mapping;
using DataConnectors.Core.Templating;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Execution;

/// <summary>A definition with its templates parsed. Made once per definition: a live version is one object, so it is parsed once.</summary>
internal sealed class CompiledConnector
{
    private static readonly ConditionalWeakTable<ConnectorDefinition, CompiledConnector> Cache = [];

    private CompiledConnector(ConnectorDefinition definition, TimeProvider clock)
    {
        Definition = definition;
        Url = UrlTemplate.Parse(definition.Url);
        Headers = [.. definition.Headers.Select(CompiledHeader.Parse)];
        Body =
            definition.Method == RequestMethod.Get || definition.Body.Length == 0
                ? null
                : BodyTemplate.Parse(definition.Body, definition.BodyFormat);
        Fields =
            definition.DataAccess == DataAccess.Full
            || definition.ResponseTransformation != ResponseTransformation.Table
                ? null
                : new FieldSelector(definition.ResponseFields, clock);
        RedactedPaths =
        [
            .. definition
                .ResponseFields.Where(field => field.IsRedacted)
                .Select(field =>
                    FieldPath.Parse(field.Path).TryGet(out var path, out _) ? path : FieldPath.Root
                ),
        ];
        RedactedOutput = Fields is null
            ? []
            : Transformation.RedactedOutput.PathsOf(definition.ResponseFields);
        Mappings = CompiledMapping.Of(definition.ObjectMappings, RedactedPaths);
        AttributePaths =
        [
            .. Url
                .Placeholders.Concat(Headers.SelectMany(header => header.Value.Placeholders))
                .Concat(Body?.Placeholders ?? [])
                .Select(placeholder => placeholder.Name)
                .Where(name => name.Contains('.', StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    public ConnectorDefinition Definition { get; }

    public UrlTemplate Url { get; }

    public IReadOnlyList<CompiledHeader> Headers { get; }

    /// <summary>Null when no body is sent.</summary>
    public BodyTemplate? Body { get; }

    /// <summary>Cuts an answer down to the exposed fields; null when Fin may read all of it, or code reshapes it.</summary>
    public FieldSelector? Fields { get; }

    /// <summary>
    /// The fields to be masked before anything is written to the log; of one whose path is unreadable that of the whole answer, so that
    /// all of it is masked.
    /// </summary>
    public IReadOnlyList<FieldPath> RedactedPaths { get; }

    /// <summary>Where their values stand in what the table makes of an answer.</summary>
    public IReadOnlyList<FieldPath> RedactedOutput { get; }

    /// <summary>The object mappings with their paths parsed.</summary>
    public IReadOnlyList<CompiledMapping> Mappings { get; }

    /// <summary>The attributes that placeholders name directly, such as <c>person.email</c>.</summary>
    public IReadOnlyList<string> AttributePaths { get; }

    public static CompiledConnector For(ConnectorDefinition definition, TimeProvider clock) =>
        Cache.GetValue(definition, uncached => new CompiledConnector(uncached, clock));
}

/// <summary>A header whose value template is parsed.</summary>
internal sealed record CompiledHeader(string Name, HeaderTemplate Value)
{
    public static CompiledHeader Parse(HeaderField field) =>
        new(field.Name, HeaderTemplate.Parse(field.Value));
}
