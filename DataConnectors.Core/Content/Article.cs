using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Content;

/// <summary>A small help article that Fin may answer from.</summary>
public sealed class Article
{
    /// <summary>The longest title, in characters.</summary>
    public const int MaxTitleLength = 150;

    /// <summary>The longest body, in characters.</summary>
    public const int MaxBodyLength = 20_000;

    /// <summary>The most articles of a workspace: every one is weighed for every question.</summary>
    public const int MaxCount = 500;

    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>What it is about.</summary>
    public string Title { get; set; } = "";

    /// <summary>Plain text; Markdown is shown as it is written.</summary>
    public string Body { get; set; } = "";

    /// <summary>Rises by one with every change.</summary>
    public int Revision { get; set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class ArticleMapping : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.ToTable("Articles");
        builder.Property(article => article.Id).ValueGeneratedNever();
        builder.Property(article => article.Revision).IsConcurrencyToken();
    }
}
