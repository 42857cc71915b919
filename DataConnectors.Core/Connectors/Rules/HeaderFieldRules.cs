using DataConnectors.Core.Egress;
using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>Headers: names that may be sent, once each and by nobody else, with values that stay one header.</summary>
internal sealed class HeaderFieldRules : AbstractValidator<RuleSubject>
{
    public HeaderFieldRules() =>
        RuleFor(subject => subject)
            .Custom(
                (subject, context) =>
                {
                    for (var i = 0; i < subject.Definition.Headers.Count; i++)
                    {
                        if (NameFault(subject, i) is { } fault)
                        {
                            context.Add($"headers[{i}].name", fault);
                        }

                        CheckValue(subject, i, context);
                    }
                }
            );

    private static string? NameFault(RuleSubject subject, int index)
    {
        var headers = subject.Definition.Headers;
        var name = headers[index].Name;
        if (name.Length == 0)
        {
            return "Give the header a name, such as Accept, or remove the row.";
        }

        if (HeaderRules.JudgeName(name) is { } refusal)
        {
            return refusal.Message;
        }

        if (
            headers
                .Take(index)
                .Any(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        )
        {
            return $"The header {name} is listed twice. Remove one.";
        }

        var token = subject.Context.Tokens.FirstOrDefault(token =>
            subject.Definition.TokenIds.Contains(token.Id)
            && token.HeaderKey.Equals(name, StringComparison.OrdinalIgnoreCase)
        );
        return token is null
            ? null
            : $"The token \"{token.Name}\" already sends the header {name}. Remove this header, or detach the token.";
    }

    private static void CheckValue(
        RuleSubject subject,
        int index,
        ValidationContext<RuleSubject> context
    )
    {
        var path = $"headers[{index}].value";
        var header = subject.Definition.Headers[index];
        var value = subject.HeaderValues[index];
        context.AddTemplate(path, value.Problems, value.Placeholders);
        if (
            value.Problems.Count == 0
            && header.Value.Length > HeaderRules.MaximumValueLength
            && HeaderRules.JudgeValue(header.Name, header.Value) is { } refusal
        )
        {
            context.Add(path, refusal.Message);
        }
    }
}
