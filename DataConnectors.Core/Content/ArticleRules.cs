using System.Globalization;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Content;

/// <summary>What must hold of an article before it is stored.</summary>
internal static class ArticleRules
{
    /// <summary>Everything that is wrong, at once; paths <c>title</c> and <c>body</c>.</summary>
    public static IReadOnlyList<Problem> Check(ArticleDetails details) =>
        [.. Title(details.Title), .. Body(details.Body)];

    private static IEnumerable<Problem> Title(string title)
    {
        if (title.Length == 0)
        {
            yield return new Problem("title", "Give the article a title, such as Opening hours.");
        }
        else if (title.Length > Article.MaxTitleLength)
        {
            yield return new Problem(
                "title",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The title has {title.Length} characters. Shorten it to {Article.MaxTitleLength}."
                )
            );
        }
        else if (title.Any(char.IsControl))
        {
            yield return new Problem(
                "title",
                "The title holds a line break or another control character. Remove it."
            );
        }
    }

    private static IEnumerable<Problem> Body(string body)
    {
        if (body.Length == 0)
        {
            yield return new Problem("body", "Write what Fin is to answer from.");
        }
        else if (body.Length > Article.MaxBodyLength)
        {
            yield return new Problem(
                "body",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The text has {body.Length:N0} characters. Shorten it to {Article.MaxBodyLength:N0}, or make two articles of it."
                )
            );
        }
    }
}
