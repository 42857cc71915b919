using DataConnectors.Core.Egress;
using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>The URL: there is one, its placeholders name something, and the guard of outgoing calls would let it pass.</summary>
internal sealed class EndpointRules : AbstractValidator<RuleSubject>
{
    public EndpointRules() =>
        RuleFor(subject => subject)
            .Custom(
                (subject, context) =>
                {
                    if (string.IsNullOrWhiteSpace(subject.Definition.Url))
                    {
                        context.Add(
                            "url",
                            "Enter the URL to call, such as https://api.example.com/orders."
                        );
                        return;
                    }

                    context.AddTemplate("url", subject.Url.Problems, subject.Url.Placeholders);
                    if (subject.Destination is EgressDecision.Refused refused)
                    {
                        context.Add("url", refused.Message);
                    }
                }
            );
}
