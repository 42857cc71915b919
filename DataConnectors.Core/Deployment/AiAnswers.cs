using DataConnectors.Core.Inbox;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DataConnectors.Core.Deployment;

/// <summary>AI Answers in one deployment step.</summary>
/// <param name="Channel">Where.</param>
/// <param name="IsOn">Whether Fin answers there by itself.</param>
public sealed record AiAnswersState(ConversationChannel Channel, bool IsOn);

/// <summary>Reads where Fin may answer. In a test workspace it may nowhere.</summary>
public sealed class AiAnswers(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    IOptions<WorkspaceOptions> options
)
{
    /// <summary>Why it is off where the workspace is for tests.</summary>
    public const string NotInTestWorkspaces =
        "AI Answers cannot be enabled in test workspaces, so data connectors can only be fully tested in production environments. Use test user profiles in production for safe testing.";

    /// <summary>Whether this is a test workspace.</summary>
    public bool IsTestWorkspace => options.Value.IsTest;

    /// <summary>Whether Fin may use connectors and content there.</summary>
    public async Task<bool> IsOnAsync(
        ConversationChannel channel,
        CancellationToken cancellationToken
    )
    {
        if (IsTestWorkspace)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return !await context
            .Set<DeploymentStep>()
            .AnyAsync(step => step.Channel == channel && !step.IsAiAnswersOn, cancellationToken);
    }

    /// <summary>Every deployment step, in the order of the console.</summary>
    public async Task<IReadOnlyList<AiAnswersState>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var off = await context
            .Set<DeploymentStep>()
            .Where(step => !step.IsAiAnswersOn)
            .Select(step => step.Channel)
            .ToListAsync(cancellationToken);
        return
        [
            .. Enum.GetValues<ConversationChannel>()
                .Select(channel => new AiAnswersState(
                    channel,
                    !IsTestWorkspace && !off.Contains(channel)
                )),
        ];
    }
}
