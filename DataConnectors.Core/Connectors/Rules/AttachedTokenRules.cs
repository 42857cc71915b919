using DataConnectors.Core.Credentials;
using DataConnectors.Core.Egress;
using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>Tokens: they exist, none sends the header of another, and each may be sent to this host.</summary>
internal sealed class AttachedTokenRules : AbstractValidator<RuleSubject>
{
    private const string Path = "tokenIds";

    public AttachedTokenRules() =>
        RuleFor(subject => subject)
            .Custom(
                (subject, context) =>
                {
                    var attached = new List<TokenSummary>();
                    foreach (var id in subject.Definition.TokenIds.Distinct())
                    {
                        if (
                            subject.Context.Tokens.FirstOrDefault(token => token.Id == id) is
                            { } token
                        )
                        {
                            attached.Add(token);
                        }
                        else
                        {
                            context.Add(Path, "A token attached here was deleted. Detach it.");
                        }
                    }

                    if (
                        attached.Count < subject.Definition.TokenIds.Count
                        && subject.Definition.TokenIds.Distinct().Count()
                            < subject.Definition.TokenIds.Count
                    )
                    {
                        context.Add(Path, "A token is attached twice. Detach it once.");
                    }

                    CheckHeaderKeys(attached, context);
                    CheckDomains(attached, subject.Destination, context);
                }
            );

    private static void CheckHeaderKeys(
        IReadOnlyList<TokenSummary> attached,
        ValidationContext<RuleSubject> context
    )
    {
        foreach (
            var sameKey in attached
                .GroupBy(token => token.HeaderKey, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Count() > 1)
        )
        {
            var names = sameKey.Select(token => $"\"{token.Name}\"").ToList();
            context.Add(
                Path,
                $"The tokens {string.Join(", ", names.SkipLast(1))} and {names[^1]} send the same header, {sameKey.Key}. Keep one of them."
            );
        }
    }

    private static void CheckDomains(
        IReadOnlyList<TokenSummary> attached,
        EgressDecision? destination,
        ValidationContext<RuleSubject> context
    )
    {
        if (destination is not EgressDecision.Allowed { Target.Host: var host })
        {
            return;
        }

        foreach (var token in attached.Where(token => !TokenDomain.Covers(token.Domain, host)))
        {
            context.Add(
                Path,
                $"The token \"{token.Name}\" may only be sent to {token.Domain}, and this connector calls {host}. Detach it, or change the URL."
            );
        }
    }
}
