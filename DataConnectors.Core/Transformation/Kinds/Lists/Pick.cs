using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Lists;

internal static class Pick
{
    private const int MostFields = 100;

    public static TransformationKind Kind { get; } =
        new(
            new(
                "pick",
                TransformationGroup.List,
                "Pick fields",
                "Keeps named fields of each element: name, price makes [{\"name\":\"A\",\"price\":1,\"sku\":\"x\"}] [{\"name\":\"A\",\"price\":1}].",
                [Setting.Text("fields", "Fields, separated by commas", null, "name, price")]
            ),
            FieldType.List,
            settings =>
            {
                var fields = settings
                    .NonEmpty("fields")
                    .Split(
                        ',',
                        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                    )
                    .Distinct(StringComparer.Ordinal)
                    .ToArray();
                if (fields.Length > MostFields)
                {
                    settings.Fault("fields", $"At most {MostFields} fields can be picked.");
                }

                var ofList = StepOn.List(elements => Picked(elements, fields));
                return (value, run) =>
                    value.Kind == FieldValueKind.Object
                        ? Picked(value, fields)
                        : ofList(value, run);
            }
        );

    private static FieldValue Picked(IReadOnlyList<FieldValue> elements, string[] fields) =>
        elements.All(element => element.IsNothing || element.Kind == FieldValueKind.Object)
            ? FieldValue.List([
                .. elements.Select(element =>
                    element.IsNothing ? FieldValue.Null : Picked(element, fields)
                ),
            ])
            : Refusal.Objects;

    private static FieldValue Picked(FieldValue element, string[] fields) =>
        FieldValue.Object([
            .. fields
                .Select(field => KeyValuePair.Create(field, element.Field(field)))
                .Where(member => member.Value.Kind != FieldValueKind.Missing),
        ]);
}
