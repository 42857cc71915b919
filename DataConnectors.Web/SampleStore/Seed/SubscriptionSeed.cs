using DataConnectors.Web.SampleStore.Shop;

namespace DataConnectors.Web.SampleStore.Seed;

/// <summary>The plans that customers pay for, one past due and one already ended.</summary>
internal static class SubscriptionSeed
{
    /// <summary>In the order of their ids.</summary>
    public static IReadOnlyList<Subscription> All { get; } =
    [
        Make(2001, 1001, "pro", 19.00m, startedDaysAgo: 412, renewsInDays: 14),
        Make(2002, 1002, "plus", 9.00m, startedDaysAgo: 95, renewsInDays: 25),
        Make(2003, 1004, "pro", 19.00m, startedDaysAgo: 700, renewsInDays: 3),
        Make(2004, 1005, "plus", 9.00m, startedDaysAgo: 33, renewsInDays: -3) with
        {
            Status = SubscriptionStatus.PastDue,
        },
        Make(2005, 1007, "plus", 9.00m, startedDaysAgo: 240, renewsInDays: 8),
        Make(2006, 1010, "pro", 19.00m, startedDaysAgo: 18, renewsInDays: 12),
        Make(2007, 1012, "plus", 9.00m, startedDaysAgo: 150, renewsInDays: 29),
        Make(2008, 1011, "plus", 9.00m, startedDaysAgo: 300, renewsInDays: 0) with
        {
            Status = SubscriptionStatus.Cancelled,
            RenewsAt = null,
            CancelledAt = SeedCalendar.DaysAgo(40),
        },
    ];

    private static Subscription Make(
        int number,
        int customer,
        string plan,
        decimal price,
        int startedDaysAgo,
        int renewsInDays
    ) =>
        new(
            $"sub_{number}",
            $"cus_{customer}",
            plan,
            SubscriptionStatus.Active,
            "EUR",
            price,
            SeedCalendar.DaysAgo(startedDaysAgo),
            SeedCalendar.DaysAgo(-renewsInDays),
            CancelledAt: null
        );
}
