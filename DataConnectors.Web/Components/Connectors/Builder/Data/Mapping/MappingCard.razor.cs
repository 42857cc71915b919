using System.Globalization;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Mapping;

/// <summary>Edits one object mapping.</summary>
public sealed partial class MappingCard
{
    // A list to choose from helps as long as a person can look through it; past that, paths are typed.
    private const int MostPlaces = 300;
    private const int MostFields = 300;

    private const string IdentityHelp =
        "Which value tells one object from another? A run that meets it again changes the object instead of adding one.";

    private string? matched;

    /// <summary>The mapping.</summary>
    [Parameter, EditorRequired]
    public ObjectMapping Mapping { get; set; } = new();

    /// <summary>Its place in the list, from 0.</summary>
    [Parameter, EditorRequired]
    public int Index { get; set; }

    /// <summary>The objects of the example; empty without one.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ApiObject> Places { get; set; } = [];

    /// <summary>What mappings may write.</summary>
    [Parameter, EditorRequired]
    public ObjectSchema Schema { get; set; } = new([]);

    /// <summary>Attributes of the target that other mappings write.</summary>
    [Parameter]
    public IReadOnlyList<string> WrittenElsewhere { get; set; } = [];

    /// <summary>Changes it.</summary>
    [Parameter, EditorRequired]
    public Action<Func<ObjectMapping, ObjectMapping>> OnChange { get; set; } = static _ => { };

    /// <summary>Adds a copy behind it.</summary>
    [Parameter, EditorRequired]
    public Action OnDuplicate { get; set; } = static () => { };

    /// <summary>Removes it.</summary>
    [Parameter, EditorRequired]
    public Func<Task> OnRemove { get; set; } = static () => Task.CompletedTask;

    /// <summary>The problems of the form.</summary>
    [CascadingParameter]
    public FieldProblems Form { get; set; } = FieldProblems.None;

    private string Path => string.Create(CultureInfo.InvariantCulture, $"objectMappings[{Index}]");

    private ApiObject? Place =>
        Places.FirstOrDefault(place => place.Path == Mapping.ResponseObjectPath);

    private ObjectType? Type => Schema.Find(Mapping.ObjectType);

    private bool IsList => Mapping.ResponseObjectPath.Contains("[]", StringComparison.Ordinal);

    private string Title =>
        $"Mapping {Index + 1}: {NameOf(Mapping.ResponseObjectPath)} → {Type?.Name ?? "choose what"}";

    private IReadOnlyList<SelectOption> PlaceOptions =>
        Choices.Of(
            "Choose…",
            Places.Select(place => new SelectOption(
                place.Path,
                place.IsList ? $"{place.Path} (each object of the list)" : NameOf(place.Path)
            )),
            Mapping.ResponseObjectPath,
            "not in the example"
        );

    // People and conversations are one object; objects of a list are many.
    private IReadOnlyList<SelectOption> TypeOptions =>
        Choices.Of(
            "Choose…",
            Schema.Types.Select(type =>
                IsList && !type.IsCustom
                    ? new SelectOption(type.Key, $"{type.Name} (takes one object)", true)
                    : new SelectOption(type.Key, type.Name)
            ),
            Mapping.ObjectType,
            "does not exist"
        );

    private IReadOnlyList<SelectOption> IdentityOptions =>
        Choices.Of(
            "Choose…",
            Place!.Scalars.Select(Choices.Of),
            Mapping.IdentityPath ?? "",
            "not in the example"
        );

    private void TakeFrom(string path)
    {
        matched = null;
        OnChange(mapping => mapping.From(path, Places, Schema));
    }

    private void StoreAs(string type)
    {
        matched = null;
        OnChange(mapping => mapping.To(type, Places, Schema));
    }

    private void MapMatchingNames()
    {
        var pairs = MatchingNames.Missing(
            Place!.Fields,
            Type!,
            [.. WrittenElsewhere, .. Mapping.Attributes.Select(row => row.Attribute)]
        );
        OnChange(mapping => mapping.WithPairs(pairs));
        matched =
            pairs.Count == 0
                ? "No further field has the name of an attribute."
                : $"{Quantity.Of(pairs.Count, "field", "fields")} mapped.";
    }

    private static string NameOf(string path) =>
        path is "$" ? "Whole answer"
        : path.Length == 0 ? "choose an object"
        : path;
}
