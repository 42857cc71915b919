using System.Globalization;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Shape;

/// <summary>How much Fin has to read, in words.</summary>
internal static class ContentFigures
{
    /// <summary><c>1,204 characters, about 310 tokens</c>.</summary>
    public static string Describe(ContentSize size) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{size.Characters:N0} characters, about {size.Tokens:N0} tokens"
        );

    /// <summary>How much less there is to read than before: <c>82% saved</c>.</summary>
    public static string Saving(ContentSize before, ContentSize after) =>
        Percent(before, after) switch
        {
            > 0 and var saved => $"{saved}% saved",
            0 => "Same size",
            var more => $"{-more}% more",
        };

    /// <summary><c>0.4 MiB</c>.</summary>
    public static string Memory(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024d / 1024d:0.0} MiB");

    private static int Percent(ContentSize before, ContentSize after) =>
        before.Characters == 0
            ? 0
            : (int)(100L * (before.Characters - after.Characters) / before.Characters);
}
