using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.People;
using DataConnectors.Core.Versioning;

namespace DataConnectors.Core.Agent;

/// <summary>Lists the connectors that exist for a person: the live ones, each with the reason why Fin may not choose it, if there is one.</summary>
public sealed class FinCandidates(
    LiveVersions liveVersions,
    AudienceBook audiences,
    ExecutionProfiles profiles,
    TimeProvider clock
)
{
    /// <summary>For a live conversation: every one would run for real.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="conversation">Where.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<AgentCandidate>> ListAsync(
        PersonSnapshot person,
        ConversationSnapshot conversation,
        CancellationToken cancellationToken
    )
    {
        var judge = await JudgeAsync(person, conversation, cancellationToken);
        return
        [
            .. (await liveVersions.ListAsync(cancellationToken)).Select(
                version => new AgentCandidate(
                    version.ConnectorId,
                    version.Number,
                    version.Definition,
                    profiles.Live,
                    SkipReasons.For(version.ConnectorId, version.Definition, judge)
                )
            ),
        ];
    }

    /// <summary>For the preview of a draft: the draft first, and every other live connector answering from its example.</summary>
    /// <param name="connectorId">The connector whose draft it is.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="isReal">Whether the draft's API is called.</param>
    /// <param name="person">Who asks; null for nobody in particular, so that nobody is shut out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<AgentCandidate>> ListForPreviewAsync(
        long connectorId,
        ConnectorDefinition draft,
        bool isReal,
        PersonSnapshot? person,
        CancellationToken cancellationToken
    )
    {
        var judge = person is null
            ? null
            : await JudgeAsync(person, conversation: null, cancellationToken);
        var others = (await liveVersions.ListAsync(cancellationToken))
            .Where(version => version.ConnectorId != connectorId)
            .Select(version => new AgentCandidate(
                version.ConnectorId,
                version.Number,
                version.Definition,
                ExecutionProfiles.Preview(version.Definition.ExampleResponse),
                SkipReasons.For(version.ConnectorId, version.Definition, judge)
            ));
        return
        [
            new AgentCandidate(
                connectorId,
                VersionNumber: null,
                draft,
                isReal ? profiles.Test : ExecutionProfiles.Preview(draft.ExampleResponse),
                SkipReasons.For(connectorId, draft, judge)
            ),
            .. others,
        ];
    }

    private async Task<AudienceJudge> JudgeAsync(
        PersonSnapshot person,
        ConversationSnapshot? conversation,
        CancellationToken cancellationToken
    ) =>
        new(
            await audiences.ReadAsync(cancellationToken),
            new AudienceSubject(person, conversation, clock.GetUtcNow())
        );
}
