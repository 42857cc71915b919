using System.Text.Json;

namespace DataConnectors.Core.Transformation.Steps;

/// <summary>The members found of the objects that are being written, outer ones before inner ones.</summary>
internal sealed class FoundMembers
{
    private JsonElement[] members = new JsonElement[16];
    private int count;

    public JsonElement this[int index]
    {
        get => members[index];
        set => members[index] = value;
    }

    /// <summary>Makes room for an object's members, nothing found yet; where they begin.</summary>
    public int Enter(int size)
    {
        var first = count;
        count += size;
        if (count > members.Length)
        {
            Array.Resize(ref members, 2 * count);
        }

        members.AsSpan(first, size).Clear();
        return first;
    }

    public void Leave(int size) => count -= size;
}
