using DataConnectors.Core.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Deployment;

/// <summary>Where Fin answers people, and what it may do there. A channel without a row has AI Answers on.</summary>
public sealed class DeploymentStep
{
    /// <summary>The channel; one step each.</summary>
    public ConversationChannel Channel { get; init; }

    /// <summary>Whether Fin may answer by itself, with data connectors and content.</summary>
    public bool IsAiAnswersOn { get; set; }

    /// <summary>When it was switched last.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class DeploymentStepMapping : IEntityTypeConfiguration<DeploymentStep>
{
    public void Configure(EntityTypeBuilder<DeploymentStep> builder)
    {
        builder.ToTable("DeploymentSteps");
        builder.HasKey(step => step.Channel);
        builder.Property(step => step.Channel).ValueGeneratedNever();
    }
}
