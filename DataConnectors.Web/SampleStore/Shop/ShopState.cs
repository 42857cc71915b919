using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.SampleStore.Seed;

namespace DataConnectors.Web.SampleStore.Shop;

/// <summary>The shop in memory: reads take the present <see cref="ShopData"/>, writes replace it one at a time.</summary>
internal sealed class ShopState(TimeProvider clock)
{
    private const int FirstReturnMade = 5101;
    private readonly Lock gate = new();
    private volatile ShopData data = ShopSeed.Data;

    /// <summary>Everything as it is now.</summary>
    public ShopData Current => data;

    /// <summary>Forgets every write.</summary>
    public void Reset()
    {
        lock (gate)
        {
            data = ShopSeed.Data;
        }
    }

    /// <summary>Changes the phone or the address, whichever is given.</summary>
    public Outcome<Customer, Refusal> ChangeCustomer(string id, string? phone, Address? address)
    {
        lock (gate)
        {
            if (!data.Customers.TryGetValue(id, out var customer))
            {
                return Refusal.NotFound("customer", id);
            }

            var changed = customer with
            {
                Phone = phone ?? customer.Phone,
                Address = address ?? customer.Address,
            };
            data = data with { Customers = data.Customers.SetItem(id, changed) };
            return changed;
        }
    }

    /// <summary>Cancels an order that has not arrived; parcels under way are called back.</summary>
    public Outcome<Order, Refusal> CancelOrder(string number, string reason)
    {
        lock (gate)
        {
            if (!data.Orders.TryGetValue(number, out var order))
            {
                return Refusal.NotFound("order", number);
            }

            if (
                order.Status
                is OrderStatus.Delivered
                    or OrderStatus.Cancelled
                    or OrderStatus.Returned
            )
            {
                return Refusal.Conflict(
                    "order_not_cancellable",
                    $"Order {number} is already {Word(order.Status)}."
                );
            }

            var cancelled = order with
            {
                Status = OrderStatus.Cancelled,
                Shipments = [.. order.Shipments.Select(CalledBack)],
                Cancellation = new Cancellation(reason, clock.GetUtcNow()),
            };
            data = data with { Orders = data.Orders.SetItem(number, cancelled) };
            return cancelled;
        }
    }

    /// <summary>Opens a return for one thing of an order that was sent.</summary>
    public Outcome<ReturnRequest, Refusal> OpenReturn(string orderNumber, string sku, string reason)
    {
        lock (gate)
        {
            if (RefusalOfReturn(orderNumber, sku, out var refusal))
            {
                return refusal;
            }

            var made = data.Returns.Keys.Count(id =>
                string.CompareOrdinal(id, $"ret_{FirstReturnMade}") >= 0
            );
            var id = string.Create(CultureInfo.InvariantCulture, $"ret_{FirstReturnMade + made}");
            var opened = new ReturnRequest(
                id,
                orderNumber,
                sku,
                reason,
                ReturnStatus.Requested,
                clock.GetUtcNow()
            );
            data = data with { Returns = data.Returns.Add(id, opened) };
            return opened;
        }
    }

    /// <summary>Ends a subscription and puts its customer on the free plan; ending it twice changes nothing.</summary>
    public Outcome<Subscription, Refusal> CancelSubscription(string id)
    {
        lock (gate)
        {
            if (!data.Subscriptions.TryGetValue(id, out var subscription))
            {
                return Refusal.NotFound("subscription", id);
            }

            if (subscription.Status == SubscriptionStatus.Cancelled)
            {
                return subscription;
            }

            var ended = subscription with
            {
                Status = SubscriptionStatus.Cancelled,
                RenewsAt = null,
                CancelledAt = clock.GetUtcNow(),
            };
            var customer = data.Customers[subscription.CustomerId] with { Plan = "free" };
            data = data with
            {
                Subscriptions = data.Subscriptions.SetItem(id, ended),
                Customers = data.Customers.SetItem(customer.Id, customer),
            };
            return ended;
        }
    }

    private static string Word(OrderStatus status) => status.ToString().ToLowerInvariant();

    private static Shipment CalledBack(Shipment shipment) =>
        shipment.Status == ShipmentStatus.Delivered
            ? shipment
            : shipment with
            {
                Status = ShipmentStatus.ReturningToSender,
                EstimatedDelivery = null,
            };

    private bool RefusalOfReturn(
        string orderNumber,
        string sku,
        [NotNullWhen(true)] out Refusal? refusal
    )
    {
        refusal = null;
        if (!data.Orders.TryGetValue(orderNumber, out var order))
        {
            refusal = Refusal.NotFound("order", orderNumber);
        }
        else if (order.Items.All(item => item.Sku != sku))
        {
            refusal = Refusal.Invalid(
                "sku_not_in_order",
                $"Order {orderNumber} has no item \"{sku}\"."
            );
        }
        else if (order.Status is OrderStatus.Placed or OrderStatus.Paid or OrderStatus.Cancelled)
        {
            refusal = Refusal.Conflict(
                "order_not_returnable",
                $"Order {orderNumber} was not sent: it is {Word(order.Status)}."
            );
        }
        else if (
            data.Returns.Values.FirstOrDefault(known =>
                known.OrderNumber == orderNumber && known.Sku == sku
            ) is
            { } known
        )
        {
            refusal = Refusal.Conflict(
                "return_exists",
                $"This item is already being returned, as {known.Id}."
            );
        }

        return refusal is not null;
    }
}
