using DataConnectors.Core.Connectors;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Fields;

/// <summary>One line of what Fin reads.</summary>
/// <param name="Path">Where it stands in the answer.</param>
/// <param name="Name">Its key in what Fin reads.</param>
/// <param name="Depth">0 for a key of the whole.</param>
/// <param name="IsGroup">Whether other lines stand below it.</param>
/// <param name="Position">Its place among its siblings, from 0.</param>
/// <param name="Siblings">How many there are, itself included.</param>
/// <param name="Parent">The path of the line it stands under; <c>$</c> for none. Lines with the same one can change places.</param>
public sealed record ArrangedField(
    string Path,
    string Name,
    int Depth,
    bool IsGroup,
    int Position,
    int Siblings,
    string Parent
);

/// <summary>
/// The exposed fields in the order in which Fin reads them: a key comes where the first field below it is listed. Moving a line
/// moves all that is below it, and leaves the response fields sorted as they are read.
/// </summary>
public sealed class FieldArrangement
{
    private readonly Place root = new(FieldPath.Root, "");
    private readonly List<ResponseField> rest = [];

    private FieldArrangement(IReadOnlyList<ResponseField> fields)
    {
        foreach (var field in fields)
        {
            if (field.IsExposed && FieldPath.Parse(field.Path).TryGet(out var path, out _))
            {
                Add(field, path);
            }
            else
            {
                rest.Add(field);
            }
        }
    }

    /// <summary>The lines of a definition, parents before children.</summary>
    public static IReadOnlyList<ArrangedField> Of(ConnectorDefinition definition) =>
        [.. new FieldArrangement(definition.ResponseFields).root.Lines(0)];

    /// <summary>Puts a line <paramref name="by"/> places further among its siblings; at the end of the way it stays.</summary>
    public static ConnectorDefinition Move(ConnectorDefinition definition, string path, int by) =>
        Rearranged(
            definition,
            path,
            (siblings, from) => from + by >= 0 && from + by < siblings.Count ? from + by : from
        );

    /// <summary>Puts a line where a sibling stands; the same definition when the other is none.</summary>
    public static ConnectorDefinition MoveTo(
        ConnectorDefinition definition,
        string path,
        string sibling
    ) =>
        Rearranged(
            definition,
            path,
            (siblings, from) =>
                siblings.FindIndex(place => place.Path.ToString() == sibling) is >= 0 and var to
                    ? to
                    : from
        );

    private static ConnectorDefinition Rearranged(
        ConnectorDefinition definition,
        string path,
        Func<List<Place>, int, int> target
    )
    {
        var arrangement = new FieldArrangement(definition.ResponseFields);
        if (arrangement.root.SiblingsOf(path) is not { } siblings)
        {
            return definition;
        }

        var from = siblings.FindIndex(place => place.Path.ToString() == path);
        var to = target(siblings, from);
        if (to == from)
        {
            return definition;
        }

        var moved = siblings[from];
        siblings.RemoveAt(from);
        siblings.Insert(to, moved);
        return definition with
        {
            ResponseFields = [.. arrangement.root.Fields(), .. arrangement.rest],
        };
    }

    private void Add(ResponseField field, FieldPath path)
    {
        var place = root;
        var keyed = root;
        foreach (var step in path.Steps)
        {
            place = place.Step(step);
            keyed = step.Key is null ? keyed : place;
        }

        place.Exposed.Add(field);
        if (field.RenamedTo is { Length: > 0 } name)
        {
            keyed.Name = name;
        }
    }

    /// <summary>A place on the way to exposed fields.</summary>
    private sealed class Place(FieldPath path, string name)
    {
        private readonly List<Place> children = [];
        private readonly Dictionary<FieldStep, Place> byStep = [];

        public FieldPath Path { get; } = path;

        public string Name { get; set; } = name;

        /// <summary>What is exposed just here; more than one while two share a path, which is a problem elsewhere.</summary>
        public List<ResponseField> Exposed { get; } = [];

        // Elements of a list have no key of their own: the list's line stands for them, and their fields stand below it.
        private bool IsLine => Path.Steps is not [] and not [.., { Key: null }];

        public Place Step(FieldStep step)
        {
            if (!byStep.TryGetValue(step, out var child))
            {
                child = new(Path.Then(step), step.Key ?? "");
                byStep.Add(step, child);
                children.Add(child);
            }

            return child;
        }

        public IEnumerable<ResponseField> Fields() =>
            Exposed.Concat(children.SelectMany(child => child.Fields()));

        public List<Place>? SiblingsOf(string path) =>
            children.Exists(child => child.IsLine && child.Path.ToString() == path)
                ? children
                : children
                    .Select(child => child.SiblingsOf(path))
                    .FirstOrDefault(found => found is not null);

        public IEnumerable<ArrangedField> Lines(int depth)
        {
            for (var i = 0; i < children.Count; i++)
            {
                var child = children[i];
                if (child.IsLine)
                {
                    yield return new(
                        child.Path.ToString(),
                        child.Name,
                        depth,
                        child.HasLines,
                        i,
                        children.Count,
                        Path.ToString()
                    );
                }

                foreach (var line in child.Lines(child.IsLine ? depth + 1 : depth))
                {
                    yield return line;
                }
            }
        }

        private bool HasLines => children.Exists(child => child.IsLine || child.HasLines);
    }
}
