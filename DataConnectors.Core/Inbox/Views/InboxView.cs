using System.Text.Json;
using System.Text.Json.Serialization;
using DataConnectors.Core.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Inbox.Views;

/// <summary>A view of the Inbox that a teammate made.</summary>
public sealed class InboxView
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; set; } = "";

    /// <summary>Who made it.</summary>
    public long OwnerId { get; init; }

    /// <summary>Whether every teammate sees it; otherwise its owner only.</summary>
    public bool IsShared { get; set; }

    /// <summary>The <see cref="Filter"/>, a JSON object.</summary>
    public string FilterJson { get; set; } = "{}";

    /// <summary>Which conversations it shows.</summary>
    public ConversationFilter Filter
    {
        get => JsonSerializer.Deserialize<ConversationFilter>(FilterJson, Options)!;
        set => FilterJson = JsonSerializer.Serialize(value, Options);
    }

    /// <summary>Whether the teammate sees it, and so may change it.</summary>
    public bool IsVisibleTo(Actor actor) => IsShared || OwnerId == actor.TeammateId;
}

internal sealed class InboxViewMapping : IEntityTypeConfiguration<InboxView>
{
    public void Configure(EntityTypeBuilder<InboxView> builder)
    {
        builder.ToTable("InboxViews");
        builder.Property(view => view.Id).ValueGeneratedNever();
        builder.Ignore(view => view.Filter);
    }
}
