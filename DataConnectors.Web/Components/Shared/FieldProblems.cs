using DataConnectors.Core.Kernel;

namespace DataConnectors.Web.Components.Shared;

/// <summary>
/// The problems of a form, by field, cascaded to every field of it. A problem of something entered shows at once; one of
/// something still empty waits until the person has been there or <see cref="ShowsAll"/> is set.
/// </summary>
public sealed record FieldProblems(IReadOnlyList<Problem> Problems, bool ShowsAll)
{
    /// <summary>No problems.</summary>
    public static FieldProblems None { get; } = new([], ShowsAll: false);

    /// <summary>The problems at exactly <paramref name="path"/>, once each.</summary>
    public IReadOnlyList<Problem> At(string? path) =>
        path is null
            ? []
            :
            [
                .. Problems
                    .Where(problem => problem.Path == path)
                    .DistinctBy(problem => problem.Message),
            ];

    /// <summary>The id of the element that edits <paramref name="path"/>.</summary>
    public static string ElementId(string path) => $"field-{path}";
}
