using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Execution;

/// <summary>Which data inputs a caller may give values for: a collected value never replaces an attribute or a custom value.</summary>
public static class CollectedInputs
{
    /// <summary>What is wrong with these names, each under its own; empty when every one of them is a collected input.</summary>
    public static IReadOnlyList<Problem> Problems(
        ConnectorDefinition definition,
        IEnumerable<string> names
    )
    {
        List<Problem>? problems = null;
        foreach (var name in names)
        {
            if (Fault(definition.DataInputs, name) is { } fault)
            {
                (problems ??= []).Add(new Problem(name, fault));
            }
        }

        return problems ?? (IReadOnlyList<Problem>)[];
    }

    /// <summary>Where the value of an input that is not collected comes from.</summary>
    internal static string SourceOf(DataInput input) =>
        input.Source == DataInputSource.Attribute
            ? input.AttributePath ?? "an attribute"
            : "a custom value";

    private static string? Fault(IReadOnlyList<DataInput> inputs, string name)
    {
        foreach (var input in inputs)
        {
            if (string.Equals(input.Name, name, StringComparison.Ordinal))
            {
                return input.Source == DataInputSource.FinCollects
                    ? null
                    : $"{name} is not collected: its value comes from {SourceOf(input)}.";
            }
        }

        return $"\"{name}\" is no data input of this connector.";
    }
}
