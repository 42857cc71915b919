using DataConnectors.Web.SampleStore.Shop;

namespace DataConnectors.Web.SampleStore.Seed;

/// <summary>Returns that came before the demo.</summary>
internal static class ReturnSeed
{
    /// <summary>In the order of their ids.</summary>
    public static IReadOnlyList<ReturnRequest> All { get; } =
    [
        new(
            "ret_5001",
            "1034",
            "LMP-DSK",
            "Flickers.",
            ReturnStatus.Refunded,
            SeedCalendar.DaysAgo(52, 16)
        ),
        new(
            "ret_5002",
            "1037",
            "APR-LIN",
            "Wrong size.",
            ReturnStatus.Refunded,
            SeedCalendar.DaysAgo(41, 11)
        ),
        new(
            "ret_5003",
            "1041",
            "PLT-SET",
            "One plate was broken.",
            ReturnStatus.Received,
            SeedCalendar.DaysAgo(6, 8)
        ),
    ];
}
