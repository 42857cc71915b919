using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Templating;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>
/// Stage 2: gives every data input its value, in the order source → fallback, typed; and reads the attributes that placeholders
/// name directly. A required value that is missing ends the run before anything is sent.
/// </summary>
internal static class InputResolver
{
    public static Outcome<ResolvedInputs, StageFailure> Resolve(
        CompiledConnector connector,
        IReadOnlyDictionary<string, string> collected,
        PersonSnapshot? person,
        ConversationSnapshot? conversation
    )
    {
        var inputs = connector.Definition.DataInputs;
        if (Misplaced(inputs, collected) is { } misplaced)
        {
            return misplaced;
        }

        var values = new Dictionary<string, TemplateValue>(
            inputs.Count + connector.AttributePaths.Count,
            StringComparer.Ordinal
        );
        for (var index = 0; index < inputs.Count; index++)
        {
            var input = inputs[index];
            var text =
                ValueOrNull(FromSource(input, collected, person, conversation))
                ?? ValueOrNull(input.FallbackValue);
            if (text is null)
            {
                if (input.IsRequired)
                {
                    return new StageFailure(
                        ErrorType.RequestValidation,
                        Missing(input),
                        $"dataInputs[{index}]"
                    );
                }

                values[input.Name] = TemplateValue.Missing;
                continue;
            }

            if (!TemplateValue.Parse(KindOf(input.Type), text).TryGet(out var value, out var fault))
            {
                return new StageFailure(
                    ErrorType.RequestValidation,
                    $"The value of {input.Name} {fault}",
                    $"dataInputs[{index}]"
                );
            }

            values[input.Name] = value;
        }

        foreach (var path in connector.AttributePaths)
        {
            var text = AttributeCatalog.Read(path, person, conversation);
            values.TryAdd(path, text is null ? TemplateValue.Missing : TemplateValue.Text(text));
        }

        return new ResolvedInputs(values);
    }

    /// <summary>A collected value may only fill an input that is collected: a customer's words never replace an attribute.</summary>
    private static StageFailure? Misplaced(
        IReadOnlyList<DataInput> inputs,
        IReadOnlyDictionary<string, string> collected
    )
    {
        foreach (var name in collected.Keys)
        {
            var input = inputs.FirstOrDefault(candidate =>
                string.Equals(candidate.Name, name, StringComparison.Ordinal)
            );
            if (input is null)
            {
                return new StageFailure(
                    ErrorType.RequestValidation,
                    $"\"{name}\" is no data input of this connector.",
                    "dataInputs"
                );
            }

            if (input.Source != DataInputSource.FinCollects)
            {
                return new StageFailure(
                    ErrorType.RequestValidation,
                    $"{name} is not collected: its value comes from {SourceOf(input)}.",
                    "dataInputs"
                );
            }
        }

        return null;
    }

    private static string? FromSource(
        DataInput input,
        IReadOnlyDictionary<string, string> collected,
        PersonSnapshot? person,
        ConversationSnapshot? conversation
    ) =>
        input.Source switch
        {
            DataInputSource.FinCollects => collected.GetValueOrDefault(input.Name),
            DataInputSource.Attribute => AttributeCatalog.Read(
                input.AttributePath ?? "",
                person,
                conversation
            ),
            DataInputSource.CustomValue => input.CustomValue,
            _ => throw new InvalidOperationException($"No source {input.Source}"),
        };

    private static string? ValueOrNull(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text;

    private static string Missing(DataInput input) =>
        input.Source switch
        {
            DataInputSource.FinCollects =>
                $"{input.Name} is required and no value was given. Give one, or set a fallback value.",
            _ =>
                $"{input.Name} is required, and {SourceOf(input)} has no value. Set a fallback value, or make the input optional.",
        };

    private static string SourceOf(DataInput input) =>
        input.Source == DataInputSource.Attribute
            ? input.AttributePath ?? "an attribute"
            : "a custom value";

    internal static TemplateValueKind KindOf(DataInputType type) =>
        type switch
        {
            DataInputType.Text => TemplateValueKind.Text,
            DataInputType.Number => TemplateValueKind.Integer,
            DataInputType.Decimal => TemplateValueKind.Decimal,
            DataInputType.Boolean => TemplateValueKind.Boolean,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
        };
}
