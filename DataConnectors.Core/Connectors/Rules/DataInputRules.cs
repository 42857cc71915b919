using DataConnectors.Core.Kernel;
using DataConnectors.Core.Templating;
using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>Data inputs: named so that placeholders can name them, once each, with values of their type and a source that gives one.</summary>
internal sealed class DataInputRules : AbstractValidator<RuleSubject>
{
    private const int MaxNameLength = 64;

    public DataInputRules() =>
        RuleFor(subject => subject)
            .Custom(
                (subject, context) =>
                {
                    var used = subject
                        .UsedPlaceholders.Select(placeholder => placeholder.Name)
                        .ToHashSet(StringComparer.Ordinal);
                    var inputs = subject.Definition.DataInputs;
                    for (var i = 0; i < inputs.Count; i++)
                    {
                        CheckName(inputs, i, used, context);
                        CheckSource(inputs[i], $"dataInputs[{i}]", subject, context);
                        CheckValue(
                            inputs[i],
                            inputs[i].FallbackValue,
                            "fallback value",
                            $"dataInputs[{i}].fallbackValue",
                            context
                        );
                        CheckValue(
                            inputs[i],
                            inputs[i].ExampleValue,
                            "example value",
                            $"dataInputs[{i}].exampleValue",
                            context
                        );
                    }
                }
            );

    private static void CheckName(
        IReadOnlyList<DataInput> inputs,
        int index,
        HashSet<string> used,
        ValidationContext<RuleSubject> context
    )
    {
        var name = inputs[index].Name;
        var path = $"dataInputs[{index}].name";
        if (!IsName(name))
        {
            context.Add(
                path,
                name.Length == 0 ? "Give the data input a name, such as order_id."
                    : name.Length > MaxNameLength
                        ? $"The name of a data input has at most {MaxNameLength} characters."
                    : $"\"{name}\" cannot be a name: use a letter first, then letters, digits or underscores, such as order_id."
            );
            return;
        }

        if (
            inputs
                .Take(index)
                .Any(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        )
        {
            context.Add(path, $"Another data input is named {name} already. Choose another name.");
        }
        else if (!used.Contains(name))
        {
            context.Add(
                path,
                $"Nothing uses {name}. Put {{{{{name}}}}} into the URL, a header or the body, or remove it.",
                ProblemSeverity.Warning
            );
        }
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaxNameLength
        && char.IsAsciiLetter(name[0])
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    private static void CheckSource(
        DataInput input,
        string path,
        RuleSubject subject,
        ValidationContext<RuleSubject> context
    )
    {
        switch (input.Source)
        {
            case DataInputSource.Attribute when string.IsNullOrWhiteSpace(input.AttributePath):
                context.Add(
                    $"{path}.attributePath",
                    $"Choose the attribute that {NameOf(input)} is read from."
                );
                break;
            case DataInputSource.Attribute
                when subject.Context.Attributes.All(known => known.Path != input.AttributePath):
                context.Add(
                    $"{path}.attributePath",
                    $"There is no attribute {input.AttributePath}. "
                        + NearestName.DidYouMean(
                            input.AttributePath!,
                            subject.Context.Attributes.Select(known => known.Path)
                        )
                );
                break;
            case DataInputSource.CustomValue when string.IsNullOrWhiteSpace(input.CustomValue):
                context.Add(
                    $"{path}.customValue",
                    $"Enter the value that {NameOf(input)} always has."
                );
                break;
            case DataInputSource.CustomValue:
                CheckValue(
                    input,
                    input.CustomValue,
                    "custom value",
                    $"{path}.customValue",
                    context
                );
                break;
        }
    }

    /// <summary>A blank value is none, as in a run.</summary>
    private static void CheckValue(
        DataInput input,
        string? value,
        string what,
        string path,
        ValidationContext<RuleSubject> context
    )
    {
        if (
            !string.IsNullOrWhiteSpace(value)
            && TemplateValue.Parse(KindOf(input.Type), value).Failure is { } fault
        )
        {
            context.Add(path, $"The {what} of {NameOf(input)} {fault}");
        }
    }

    private static string NameOf(DataInput input) =>
        input.Name.Length == 0 ? "the data input" : input.Name;

    private static TemplateValueKind KindOf(DataInputType type) =>
        type switch
        {
            DataInputType.Text => TemplateValueKind.Text,
            DataInputType.Number => TemplateValueKind.Integer,
            DataInputType.Decimal => TemplateValueKind.Decimal,
            DataInputType.Boolean => TemplateValueKind.Boolean,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
        };
}
