using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Versioning;

/// <summary>Freezes a draft as the next version and makes it the live one: "Set live" for a draft, "Publish" for a live connector.</summary>
public sealed class PublishDraft(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ConnectorRules rules,
    ConnectorRuleContexts ruleContexts,
    CodeChecker codeChecker,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>
    /// The version that is live now. Invalid with every broken rule; a conflict when the draft has changed since
    /// <paramref name="basedOnRevision"/>, so that what goes live is what the teammate looked at. A draft that is live already
    /// makes no further version.
    /// </summary>
    public async Task<Outcome<LiveVersion, Fault>> RunAsync(
        Actor actor,
        long connectorId,
        long basedOnRevision,
        string note,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var ruleContext = await ruleContexts.ReadAsync(cancellationToken);
        var code = await CheckCodeAsync(connectorId, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(
            cancellationToken
        );
        var connector = await context
            .Set<Connector>()
            .FirstOrDefaultAsync(candidate => candidate.Id == connectorId, cancellationToken);
        if (connector is null)
        {
            return Fault.NotFound("data connector");
        }

        if (connector.DraftRevision != basedOnRevision)
        {
            return Fault.Conflict(
                $"{connector.DraftSavedBy} saved this draft after you opened it. Look at their change, then set it live."
            );
        }

        if (
            connector
                is {
                    State: ConnectorState.Live,
                    LiveVersionId: { } liveId,
                    LiveVersionNumber: { } liveNumber
                }
            && connector.PublishedRevision == basedOnRevision
        )
        {
            // Pressed twice, or by two people at once: one version says it.
            return new LiveVersion(
                connectorId,
                liveId,
                liveNumber,
                ConnectorJson.Deserialize(connector.DraftJson)
            );
        }

        var definition = ConnectorJson.Deserialize(connector.DraftJson);
        var problems = rules.Check(definition, ruleContext with { Code = code });
        if (problems.Any(problem => problem.Severity == ProblemSeverity.Error))
        {
            return Fault.Invalid(problems);
        }

        var latest = await context
            .Set<ConnectorVersion>()
            .Where(version => version.ConnectorId == connectorId)
            .MaxAsync(version => (int?)version.Number, cancellationToken);
        var published = new ConnectorVersion
        {
            Id = ids.Next(),
            ConnectorId = connectorId,
            Number = (latest ?? 0) + 1,
            DefinitionJson = connector.DraftJson,
            Note = note.Trim(),
            CreatedBy = actor.Name,
            CreatedById = actor.TeammateId,
            CreatedAt = clock.GetUtcNow(),
        };
        context.Add(published);
        connector.State = ConnectorState.Live;
        connector.LiveVersionId = published.Id;
        connector.LiveVersionNumber = published.Number;
        connector.PublishedRevision = connector.DraftRevision;
        connector.UpdatedAt = published.CreatedAt;
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Fault.Conflict(
                "The draft changed while it was being set live. Look at the change, then set it live."
            );
        }

        await transaction.CommitAsync(cancellationToken);
        return new LiveVersion(connectorId, published.Id, published.Number, definition);
    }

    // Compiling takes a process and its time: done before the transaction, which would hold up others. Verdicts go by code, so one on a
    // draft that changes in between does no harm.
    private async Task<CodeVerdicts> CheckCodeAsync(
        long connectorId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await context
            .Set<Connector>()
            .Where(connector => connector.Id == connectorId)
            .Select(connector => connector.DraftJson)
            .FirstOrDefaultAsync(cancellationToken);
        return draft is null
            ? CodeVerdicts.None
            : await codeChecker.CheckAsync(ConnectorJson.Deserialize(draft), cancellationToken);
    }
}
