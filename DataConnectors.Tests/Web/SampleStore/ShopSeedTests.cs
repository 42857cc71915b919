using DataConnectors.Web.SampleStore.Seed;
using DataConnectors.Web.SampleStore.Shop;

namespace DataConnectors.Tests.Web.SampleStore;

public sealed class ShopSeedTests
{
    [Fact]
    public void Order_numbers_rise_with_the_instant_of_placing()
    {
        var orders = OrderSeed.All;

        Assert.Equal(30, orders.Count);
        Assert.Equal(
            orders.OrderBy(order => order.Number, StringComparer.Ordinal),
            orders.OrderBy(order => order.PlacedAt)
        );
    }

    [Fact]
    public void Every_status_has_an_order_and_the_status_agrees_with_the_parcels()
    {
        Assert.Equal(
            Enum.GetValues<OrderStatus>(),
            OrderSeed.All.Select(order => order.Status).Distinct().Order()
        );
        Assert.All(
            OrderSeed.All,
            order =>
            {
                var isSent =
                    order.Status
                    is OrderStatus.Shipped
                        or OrderStatus.Delivered
                        or OrderStatus.Returned;
                var hasArrived = order.Shipments.All(parcel =>
                    parcel.Status == ShipmentStatus.Delivered
                );
                Assert.Equal(isSent, order.Shipments.Count > 0);
                Assert.True(
                    order.Status == OrderStatus.Shipped ? !hasArrived : hasArrived,
                    order.Number
                );
                Assert.Equal(order.Status == OrderStatus.Cancelled, order.Cancellation is not null);
            }
        );
    }

    [Fact]
    public void Every_report_of_a_carrier_lies_between_placing_and_today()
    {
        Assert.All(
            OrderSeed.All,
            order =>
                Assert.All(
                    order.Shipments,
                    parcel =>
                    {
                        var instants = parcel.Events.Select(report => report.At).ToList();
                        Assert.Equal(instants.Order(), instants);
                        Assert.InRange(instants[0], order.PlacedAt, SeedCalendar.Today);
                        Assert.InRange(instants[^1], order.PlacedAt, SeedCalendar.Today);
                    }
                )
        );
    }

    [Fact]
    public void Returns_and_subscriptions_belong_to_what_exists()
    {
        var data = ShopSeed.Data;

        Assert.Equal(12, data.Customers.Count);
        Assert.All(
            data.Returns.Values,
            known =>
                Assert.Contains(data.Orders[known.OrderNumber].Items, item => item.Sku == known.Sku)
        );
        Assert.All(
            data.Subscriptions.Values.Where(known => known.Status != SubscriptionStatus.Cancelled),
            known => Assert.Equal(known.Plan, data.Customers[known.CustomerId].Plan)
        );
    }
}
