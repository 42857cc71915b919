using DataConnectors.Web.SampleStore.Shop;

namespace DataConnectors.Web.SampleStore.Seed;

/// <summary>Parcels with a plausible history, told by the day they were sent.</summary>
internal static class ShipmentSeed
{
    /// <summary>On its way since some days; expected in <paramref name="dueInDays"/>, null when the carrier does not say.</summary>
    public static Shipment InTransit(
        string carrier,
        string tracking,
        int sentDaysAgo,
        int? dueInDays
    ) =>
        new(
            carrier,
            tracking,
            ShipmentStatus.InTransit,
            dueInDays is { } days ? SeedCalendar.Day(days) : null,
            Underway(sentDaysAgo)
        );

    /// <summary>On the last van today.</summary>
    public static Shipment OutForDelivery(string carrier, string tracking, int sentDaysAgo) =>
        new(
            carrier,
            tracking,
            ShipmentStatus.OutForDelivery,
            SeedCalendar.Day(0),
            [
                .. Underway(sentDaysAgo),
                new(SeedCalendar.DaysAgo(0, 7, 40), "Local depot", "Out for delivery"),
            ]
        );

    /// <summary>Handed over three days after it was sent.</summary>
    public static Shipment HandedOver(string carrier, string tracking, int sentDaysAgo) =>
        new(
            carrier,
            tracking,
            ShipmentStatus.Delivered,
            SeedCalendar.Day(3 - sentDaysAgo),
            [
                .. Underway(sentDaysAgo),
                new(
                    SeedCalendar.DaysAgo(sentDaysAgo - 3, 7, 55),
                    "Local depot",
                    "Out for delivery"
                ),
                new(SeedCalendar.DaysAgo(sentDaysAgo - 3, 13, 20), "Front door", "Delivered"),
            ]
        );

    private static ShipmentEvent[] Underway(int sentDaysAgo) =>
        [
            new(SeedCalendar.DaysAgo(sentDaysAgo, 17, 30), "Rotterdam", "Picked up by the carrier"),
            new(
                SeedCalendar.DaysAgo(sentDaysAgo - 1, 4, 15),
                "Rotterdam",
                "Left the sorting centre"
            ),
        ];
}
