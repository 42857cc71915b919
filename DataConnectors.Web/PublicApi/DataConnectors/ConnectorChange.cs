using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Versioning;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.DataConnectors.Contracts;

namespace DataConnectors.Web.PublicApi.DataConnectors;

/// <summary>Saves a draft and publishes it or takes it away from customers, by the commands that the builder uses.</summary>
internal sealed class ConnectorChange(
    SaveDraft saveDraft,
    PublishDraft publishDraft,
    SetToDraft setToDraft,
    ConnectorUsers users,
    ConnectorRules rules,
    ConnectorRuleContexts ruleContexts,
    CodeChecker codeChecker
)
{
    /// <summary>Why not; null when it was done. A conflict when somebody saved the draft after it was read.</summary>
    /// <param name="context">The request, whose caller it is done for.</param>
    /// <param name="draft">The draft as it was read.</param>
    /// <param name="definition">The draft as it is to be.</param>
    /// <param name="state">The state it is to have; null to leave it.</param>
    public async Task<Fault?> RunAsync(
        HttpContext context,
        ConnectorDraft draft,
        ConnectorDefinition definition,
        StateName? state
    )
    {
        var actor = context.Grant().Actor;
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        if (await FindObstacleAsync(draft, definition, state, context.RequestAborted) is { } fault)
        {
            return fault;
        }

        // From here on nothing is cancelled with the request: a change is not left half done.
        var revision = draft.Revision;
        if (ConnectorJson.Serialize(definition) != ConnectorJson.Serialize(draft.Definition))
        {
            var saved = await saveDraft.RunAsync(
                actor,
                draft.ConnectorId,
                definition,
                revision,
                CancellationToken.None
            );
            if (!saved.TryGet(out revision, out fault))
            {
                return fault;
            }
        }

        return state switch
        {
            StateName.Live => (
                await publishDraft.RunAsync(
                    actor,
                    draft.ConnectorId,
                    revision,
                    note: "",
                    CancellationToken.None
                )
            ).Failure,
            StateName.Draft when draft.State == ConnectorState.Live => (
                await setToDraft.RunAsync(actor, draft.ConnectorId, CancellationToken.None)
            ).Failure,
            _ => null,
        };
    }

    // Asked before anything is saved, so that a request that is refused has changed nothing; the commands ask again.
    private async Task<Fault?> FindObstacleAsync(
        ConnectorDraft draft,
        ConnectorDefinition definition,
        StateName? state,
        CancellationToken cancellationToken
    )
    {
        switch (state)
        {
            case StateName.Live:
                var ruleContext = await ruleContexts.ReadAsync(cancellationToken);
                var problems = rules.Check(
                    definition,
                    ruleContext with
                    {
                        Code = await codeChecker.CheckAsync(definition, cancellationToken),
                    }
                );
                return problems.Any(problem => problem.Severity == ProblemSeverity.Error)
                    ? Fault.Invalid(problems)
                    : null;
            case StateName.Draft when draft.State == ConnectorState.Live:
                return await users.FindObstacleAsync(draft.ConnectorId, cancellationToken);
            default:
                return null;
        }
    }
}
