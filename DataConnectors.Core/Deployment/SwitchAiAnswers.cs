using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Deployment;

/// <summary>Switches AI Answers of a deployment step; counts from the next message on.</summary>
public sealed class SwitchAiAnswers(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    AiAnswers aiAnswers,
    TimeProvider clock
)
{
    /// <summary>Done; a conflict where a test workspace is to have it on.</summary>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        ConversationChannel channel,
        bool isOn,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        if (!Enum.IsDefined(channel))
        {
            return Fault.NotFound("deployment step");
        }

        if (isOn && aiAnswers.IsTestWorkspace)
        {
            return Fault.Conflict(AiAnswers.NotInTestWorkspaces);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var step = await context
            .Set<DeploymentStep>()
            .FirstOrDefaultAsync(step => step.Channel == channel, cancellationToken);
        if (step is null)
        {
            step = new DeploymentStep { Channel = channel };
            context.Add(step);
        }

        step.IsAiAnswersOn = isOn;
        step.UpdatedAt = clock.GetUtcNow();
        await context.SaveChangesAsync(cancellationToken);
        return Done.Instance;
    }
}
