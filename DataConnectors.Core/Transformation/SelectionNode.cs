using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation;

/// <summary>A place in the answer on the way to exposed fields, or one of them.</summary>
internal sealed class SelectionNode(string key, int fieldIndex)
{
    private readonly List<SelectionNode> children = [];
    private readonly Dictionary<string, SelectionNode> shared = new(StringComparer.Ordinal);

    /// <summary>The key in the answer.</summary>
    public string Key { get; } = key;

    /// <summary><see cref="Key"/> as it is looked up.</summary>
    public byte[] Utf8Key { get; } = Encoding.UTF8.GetBytes(key);

    /// <summary>The key in the output.</summary>
    public string Name { get; set; } = key;

    /// <summary>Which response field named this place last, for problems.</summary>
    public int FieldIndex { get; set; } = fieldIndex;

    /// <summary>Whether scalars here are exposed.</summary>
    public bool IsLeaf { get; set; }

    /// <summary>What is done with the value here; null for nothing.</summary>
    public FieldSteps? Steps { get; set; }

    /// <summary>Whether a single value counts as a list of one before <see cref="Steps"/> that take a list.</summary>
    public bool IsListOfOne { get; set; }

    /// <summary>Whether this place is one field's own, beside others of the same key, since its steps take more than scalars.</summary>
    public bool IsOwn { get; private init; }

    /// <summary>Whether the steps take whatever stands here.</summary>
    public bool TakesWhole => Steps is { Intake: not FieldIntake.Scalars };

    /// <summary>What stands here when the answer has nothing.</summary>
    public JsonElement? Fallback { get; set; }

    /// <summary>What is exposed of the elements of a list here.</summary>
    public SelectionNode? Elements { get; private set; }

    /// <summary>What is exposed of an object here, in the order it was chosen.</summary>
    public IReadOnlyList<SelectionNode> Children => children;

    /// <summary>The children that are written: of several with one name the first, since an object holds a key once.</summary>
    public SelectionNode[] Written { get; private set; } = [];

    /// <summary><see cref="Name"/> as it is written.</summary>
    public JsonEncodedText WrittenName { get; private set; }

    /// <summary>Whether a fallback stands at or below this place, other than in list elements, which are as many as they are.</summary>
    public bool HasFallback { get; private set; }

    /// <summary>Whether nothing is exposed here or below.</summary>
    public bool IsEmpty => !IsLeaf && Steps is null && Elements is null && children.Count == 0;

    /// <summary>The place one step further, shared by all fields below it.</summary>
    public SelectionNode Step(FieldStep step, int index)
    {
        if (step.Key is null)
        {
            return Elements ??= new(Key, index);
        }

        if (!shared.TryGetValue(step.Key, out var child))
        {
            child = new(step.Key, index);
            shared.Add(step.Key, child);
            children.Add(child);
        }

        return child;
    }

    /// <summary>A place under a key that belongs to one field.</summary>
    public SelectionNode OwnStep(string step, int index)
    {
        var child = new SelectionNode(step, index) { IsOwn = true };
        children.Add(child);
        return child;
    }

    /// <summary>Works out what every application needs; called once the tree is complete.</summary>
    public void Complete()
    {
        Elements?.Complete();
        foreach (var child in children)
        {
            child.Complete();
        }

        Written = [.. children.DistinctBy(child => child.Name, StringComparer.Ordinal)];
        WrittenName = JsonEncodedText.Encode(Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        HasFallback = Fallback is not null || Array.Exists(Written, child => child.HasFallback);
    }
}
