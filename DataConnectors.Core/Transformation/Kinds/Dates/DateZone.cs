using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Dates;

/// <summary>Time zones as settings.</summary>
internal static class DateZone
{
    public static TransformationSetting Setting(string name, string label, string? otherwise) =>
        Kinds.Setting.Text(name, label, otherwise, "Europe/Berlin");

    /// <summary>The zone; UTC when it is wrong.</summary>
    public static TimeZoneInfo Read(SettingsReader settings, string name)
    {
        var id = settings.NonEmpty(name);
        if (id.Length == 0)
        {
            return TimeZoneInfo.Utc;
        }

        // Only names, since zones are files on some systems.
        if (
            id.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')
            && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
        )
        {
            return zone;
        }

        settings.Fault(
            name,
            "There is no such time zone. Write its IANA name, such as Europe/Berlin, America/New_York or UTC."
        );
        return TimeZoneInfo.Utc;
    }
}
