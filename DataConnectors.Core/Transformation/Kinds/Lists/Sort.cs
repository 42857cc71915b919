using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Lists;

internal static class Sort
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "sort",
                TransformationGroup.List,
                "Sort",
                "Orders a list: numbers by size, dates by time, text by letters. Elements without a value come last.",
                [
                    ElementField.Setting("created_at"),
                    Setting.Choice(
                        "direction",
                        "Direction",
                        ("ascending", "Ascending (1, 2, 3)"),
                        ("descending", "Descending (3, 2, 1)")
                    ),
                ]
            ),
            FieldType.List,
            settings =>
            {
                var field = ElementField.Read(settings);
                var sign = settings.Choice("direction") == "descending" ? -1 : 1;
                var order = Comparer<SortKey>.Create((one, other) => one.CompareTo(other, sign));
                return StepOn.List(elements =>
                    FieldValue.List([
                        .. elements.OrderBy(element => SortKey.Of(field.Of(element)), order),
                    ])
                );
            }
        );
}
