using DataConnectors.Core.Connectors.Rules;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Kernel;
using FluentValidation;
using FluentValidation.Results;

namespace DataConnectors.Core.Connectors;

/// <summary>
/// What must hold of a definition before it goes live. The builder (for what an editor holds in memory), publishing and the
/// public API all ask here, and get every problem at once, each with its path.
/// </summary>
/// <remarks>Holds no state: one instance serves every caller at once. A check opens no connection and resolves no name.</remarks>
public sealed class ConnectorRules(EgressGuard guard)
{
    // In the order of the builder's tabs, which is the order in which problems are listed.
    private static readonly AbstractValidator<RuleSubject>[] Facets =
    [
        new IdentityRules(),
        new DataInputRules(),
        new EndpointRules(),
        new HeaderFieldRules(),
        new BodyRules(),
        new AttachedTokenRules(),
        new LimitRules(),
        new ExampleResponseRules(),
        new ResponseFieldRules(),
        new CodeRules(),
        new ObjectMappingRules(),
        new FinRules(),
        new AccessRules(),
    ];

    /// <summary>Every problem of <paramref name="definition"/>, errors and warnings; without an error it may go live.</summary>
    public IReadOnlyList<Problem> Check(
        ConnectorDefinition definition,
        ConnectorRuleContext context
    )
    {
        var subject = new RuleSubject(definition, context, guard);
        return [.. Facets.SelectMany(facet => facet.Validate(subject).Errors).Select(ToProblem)];
    }

    private static Problem ToProblem(ValidationFailure failure) =>
        new(
            failure.PropertyName,
            failure.ErrorMessage,
            failure.Severity == Severity.Error ? ProblemSeverity.Error : ProblemSeverity.Warning
        );
}
