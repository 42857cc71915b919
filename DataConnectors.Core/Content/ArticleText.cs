namespace DataConnectors.Core.Content;

/// <summary>An article as it was read.</summary>
/// <param name="Id">The article.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Revision">Which state of it; a change names the one it was based on.</param>
/// <param name="UpdatedAt">When it was changed last.</param>
public sealed record ArticleText(
    long Id,
    string Title,
    string Body,
    int Revision,
    DateTimeOffset UpdatedAt
)
{
    /// <summary>Reads a stored article.</summary>
    public static ArticleText From(Article article) =>
        new(article.Id, article.Title, article.Body, article.Revision, article.UpdatedAt);
}

/// <summary>What a teammate writes.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Body">Plain text.</param>
public sealed record ArticleDetails(string Title, string Body)
{
    /// <summary>Without what nobody sees at its ends.</summary>
    public ArticleDetails Trimmed() => new(Title.Trim(), Body.Trim().ReplaceLineEndings("\n"));
}
