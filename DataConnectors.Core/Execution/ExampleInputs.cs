using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution.Stages;
using DataConnectors.Core.Templating;

namespace DataConnectors.Core.Execution;

/// <summary>The data inputs of a definition with their example values, for trying code without a run.</summary>
internal sealed class ExampleInputs(ConnectorDefinition definition) : ITemplateValues
{
    /// <inheritdoc/>
    public bool TryGet(string name, out TemplateValue value)
    {
        var input = definition.DataInputs.FirstOrDefault(candidate => candidate.Name == name);
        var text = input?.ExampleValue ?? input?.FallbackValue;
        value =
            text is { Length: > 0 }
            && TemplateValue
                .Parse(InputResolver.KindOf(input!.Type), text)
                .TryGet(out var parsed, out _)
                ? parsed
                : TemplateValue.Missing;
        return input is not null;
    }
}
