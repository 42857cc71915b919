using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataConnectors.Core.Transformation;

/// <summary>A place in the answer on the way to exposed fields, or one of them.</summary>
internal sealed class SelectionNode(string key, int fieldIndex)
{
    private readonly OrderedDictionary<string, SelectionNode> children = new(
        StringComparer.Ordinal
    );

    /// <summary>The key in the answer.</summary>
    public string Key { get; } = key;

    /// <summary>The key in the output.</summary>
    public string Name { get; set; } = key;

    /// <summary>Which response field named this place last, for problems.</summary>
    public int FieldIndex { get; set; } = fieldIndex;

    /// <summary>Whether scalars here are exposed.</summary>
    public bool IsLeaf { get; set; }

    /// <summary>What stands here when the answer has nothing.</summary>
    public JsonElement? Fallback { get; set; }

    /// <summary>What is exposed of the elements of a list here.</summary>
    public SelectionNode? Elements { get; private set; }

    /// <summary>What is exposed of an object here, in the order it was chosen.</summary>
    public IList<SelectionNode> Children => children.Values;

    /// <summary>The children that are written: of several with one name the first, since an object holds a key once.</summary>
    public SelectionNode[] Written { get; private set; } = [];

    /// <summary><see cref="Name"/> as it is written.</summary>
    public JsonEncodedText WrittenName { get; private set; }

    /// <summary>Whether a fallback stands at or below this place, other than in list elements, which are as many as they are.</summary>
    public bool HasFallback { get; private set; }

    /// <summary>Whether nothing is exposed here or below.</summary>
    public bool IsEmpty => !IsLeaf && Elements is null && children.Count == 0;

    public SelectionNode Step(FieldStep step, int index)
    {
        if (step.Key is null)
        {
            return Elements ??= new(Key, index);
        }

        if (!children.TryGetValue(step.Key, out var child))
        {
            child = new(step.Key, index);
            children.Add(step.Key, child);
        }

        return child;
    }

    /// <summary>Works out what every application needs; called once the tree is complete.</summary>
    public void Complete()
    {
        Elements?.Complete();
        foreach (var child in children.Values)
        {
            child.Complete();
        }

        Written = [.. children.Values.DistinctBy(child => child.Name, StringComparer.Ordinal)];
        WrittenName = JsonEncodedText.Encode(Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        HasFallback = Fallback is not null || Array.Exists(Written, child => child.HasFallback);
    }
}
