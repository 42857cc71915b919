using System.Collections.Immutable;

namespace DataConnectors.Core.Transformation.Steps;

/// <summary>Which field of a list's elements a list transformation looks at; without a path the element itself.</summary>
internal sealed record ElementField(ImmutableArray<string> Keys)
{
    /// <summary>How the field is set.</summary>
    public static TransformationSetting Setting(string placeholder) =>
        Kinds.Setting.Text("field", "Field of the elements", "", placeholder);

    public static ElementField Read(SettingsReader settings)
    {
        var text = settings.Text("field");
        if (text.Length == 0)
        {
            return new([]);
        }

        if (!FieldPath.Parse(text).TryGet(out var path, out var fault))
        {
            settings.Fault("field", fault);
            return new([]);
        }

        if (path.Steps.Any(step => step.Key is null))
        {
            settings.Fault(
                "field",
                "Name a single field of the elements, such as price or product.name."
            );
            return new([]);
        }

        return new([.. path.Steps.Select(step => step.Key!)]);
    }

    public FieldValue Of(FieldValue element)
    {
        foreach (var key in Keys)
        {
            element = element.Field(key);
        }

        return element;
    }
}
