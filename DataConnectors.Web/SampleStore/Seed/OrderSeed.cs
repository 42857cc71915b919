using System.Globalization;
using DataConnectors.Web.SampleStore.Shop;
using static DataConnectors.Web.SampleStore.Seed.ShipmentSeed;
using static DataConnectors.Web.SampleStore.Seed.StockSeed;
using static DataConnectors.Web.SampleStore.Shop.OrderStatus;

namespace DataConnectors.Web.SampleStore.Seed;

/// <summary>Thirty orders in every state, oldest first; 1042, 1043 and 1050 are the ones that the demo talks about.</summary>
internal static class OrderSeed
{
    private const decimal FreeShippingFrom = 100m;
    private const decimal ShippingFee = 5.90m;

    /// <summary>In the order of their numbers.</summary>
    public static IReadOnlyList<Order> All { get; } =
    [
        Make(1031, 1004, Delivered, 70, [Line("PAN-24", 1)], Arrived("ParcelJet", 68)),
        Make(1032, 1007, Delivered, 66, [Line("MUG-GRN", 4)], Arrived("Nordpost", 65)),
        Make(1033, 1010, Delivered, 63, [Line("BLK-WOL", 1)], Arrived("ParcelJet", 62)),
        Make(1034, 1005, Returned, 60, [Line("LMP-DSK", 1)], Arrived("Nordpost", 58)),
        Make(1035, 1011, Cancelled, 57, [Line("VAS-GLS", 2)]),
        Make(
            1036,
            1012,
            Delivered,
            51,
            [Line("TEA-ERL", 3), Line("MUG-BLU", 1)],
            Arrived("Nordpost", 50)
        ),
        Make(1037, 1006, Returned, 48, [Line("APR-LIN", 1)], Arrived("ParcelJet", 47)),
        Make(1038, 1001, Delivered, 44, [Line("TWL-SET", 2)], Arrived("ParcelJet", 43)),
        Make(1039, 1008, Delivered, 37, [Line("CND-BEE", 4)], Arrived("Nordpost", 36)),
        Make(
            1040,
            1002,
            Delivered,
            30,
            [Line("KNF-CHF", 1), Line("BRD-OAK", 1)],
            Arrived("Royal Courier", 29)
        ),
        Make(1041, 1009, Delivered, 15, [Line("PLT-SET", 1)], Arrived("ParcelJet", 14)),
        Make(
            1042,
            1001,
            Shipped,
            12,
            [Line("KET-100", 1), Line("MUG-BLU", 2), Line("TEA-ERL", 1)],
            [InTransit("ParcelJet", "PJ104200018ES", 2, dueInDays: 2), Arrived("ParcelJet", 11)[0]]
        ),
        Make(
            1043,
            1001,
            Delivered,
            11,
            [Line("BRD-OAK", 1), Line("TWL-SET", 1)],
            Arrived("ParcelJet", 10)
        ),
        Make(1044, 1003, Delivered, 10, [Line("VAS-GLS", 1)], Arrived("Nordpost", 9)),
        Make(
            1045,
            1004,
            Shipped,
            5,
            [Line("LMP-DSK", 2)],
            [OutForDelivery("ParcelJet", "PJ104500011DE", 3)]
        ),
        Make(
            1046,
            1010,
            Shipped,
            5,
            [Line("PAN-24", 1)],
            [InTransit("Nordpost", "NP104600012PT", 3, dueInDays: null)]
        ),
        Make(1047, 1012, Cancelled, 5, [Line("MUG-GRN", 6)]),
        Make(
            1048,
            1005,
            Shipped,
            4,
            [Line("APR-LIN", 2)],
            [InTransit("Nordpost", "NP104800014PL", 2, dueInDays: 1)]
        ),
        Make(1049, 1007, Paid, 3, [Line("KNF-CHF", 1)]),
        Make(1050, 1002, Placed, 2, [Line("BLK-WOL", 1), Line("CND-BEE", 2)]),
        Make(1051, 1008, Paid, 2, [Line("PLT-SET", 2)]),
        Make(
            1052,
            1003,
            Shipped,
            2,
            [Line("MUG-BLU", 2)],
            [InTransit("ParcelJet", "PJ105200019FR", 1, dueInDays: 3)]
        ),
        Make(1053, 1006, Placed, 1, [Line("TEA-ERL", 6)]),
        Make(1054, 1009, Paid, 1, [Line("KET-100", 1)]),
        Make(1055, 1011, Placed, 1, [Line("LMP-DSK", 1)]),
        Make(1056, 1001, Paid, 0, [Line("BLK-WOL", 1)]),
        Make(1057, 1012, Placed, 0, [Line("CND-BEE", 1)]),
        Make(1058, 1004, Placed, 0, [Line("PAN-24", 1), Line("APR-LIN", 1)]),
        Make(1059, 1010, Paid, 0, [Line("TWL-SET", 3), Line("BRD-OAK", 1)]),
        Make(1060, 1002, Paid, 0, [Line("TEA-ERL", 2)]),
    ];

    private static Order Make(
        int number,
        int customer,
        OrderStatus status,
        int placedDaysAgo,
        IReadOnlyList<OrderItem> items,
        IReadOnlyList<Shipment>? shipments = null
    )
    {
        var subtotal = items.Sum(item => item.Quantity * item.UnitPrice);
        var fee = subtotal >= FreeShippingFrom ? 0m : ShippingFee;
        var placedAt = SeedCalendar.DaysAgo(
            placedDaysAgo,
            hour: number % 8,
            minute: number * 7 % 60
        );
        return new Order(
            number.ToString(CultureInfo.InvariantCulture),
            status,
            "EUR",
            subtotal,
            fee,
            subtotal + fee,
            placedAt,
            CustomerSeed.Summary(customer),
            items,
            shipments ?? [],
            status == Cancelled
                ? new Cancellation("The customer changed their mind.", placedAt.AddHours(20))
                : null
        );
    }

    private static Shipment[] Arrived(string carrier, int sentDaysAgo) =>
        [
            HandedOver(
                carrier,
                $"{carrier[..1]}D{sentDaysAgo:000}7700{sentDaysAgo * 37 % 1000:000}",
                sentDaysAgo
            ),
        ];
}
