using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Dates;

internal static class ChangeTimeZone
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "time_zone",
                TransformationGroup.Date,
                "Time zone",
                "Moves an instant to a time zone: in Europe/Berlin \"2024-05-01T10:00:00Z\" becomes \"2024-05-01T12:00:00+02:00\". A date without a time stays.",
                [
                    DateZone.Setting("zone", "Time zone", null),
                    DateZone.Setting("from", "Zone of times that name none", "UTC"),
                ]
            ),
            FieldType.DateTime,
            settings =>
            {
                var zone = DateZone.Read(settings, "zone");
                var from = DateZone.Read(settings, "from");
                return StepOn.Date(
                    (date, _) =>
                        (
                            date.HasTime
                                ? DateValue.Of(TimeZoneInfo.ConvertTime(date.In(from), zone))
                                : date
                        ).ToIso()
                );
            }
        );
}
