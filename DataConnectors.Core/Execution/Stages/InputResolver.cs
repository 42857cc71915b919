using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Templating;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>
/// Stage 2: gives every data input its value, in the order source → fallback, typed; and reads the attributes that placeholders
/// name directly. A required value that is missing ends the run before anything is sent, unless the definition lets it go empty.
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
        if (CollectedInputs.Problems(connector.Definition, collected.Keys) is [var misplaced, ..])
        {
            return new StageFailure(ErrorType.RequestValidation, misplaced.Message, "dataInputs");
        }

        var values = new Dictionary<string, TemplateValue>(
            inputs.Count + connector.AttributePaths.Count,
            StringComparer.Ordinal
        );
        List<Problem>? findings = null;
        for (var index = 0; index < inputs.Count; index++)
        {
            var input = inputs[index];
            var text =
                ValueOrNull(FromSource(input, collected, person, conversation))
                ?? ValueOrNull(input.FallbackValue);
            if (text is null)
            {
                if (input.IsRequired && connector.Definition.ValidateMissingAttributes)
                {
                    return new StageFailure(
                        ErrorType.RequestValidation,
                        Missing(input),
                        $"dataInputs[{index}]"
                    );
                }

                if (input.IsRequired)
                {
                    (findings ??= []).Add(
                        new Problem(
                            $"dataInputs[{index}]",
                            $"{input.Name} is required and had no value, so it was sent empty.",
                            ProblemSeverity.Warning
                        )
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

        return new ResolvedInputs(values) { Findings = findings ?? [] };
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
                $"{input.Name} is required, and {CollectedInputs.SourceOf(input)} has no value. Set a fallback value, or make the input optional.",
        };

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
