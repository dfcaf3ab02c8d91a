// Room for objects of one size, in blocks of its own that go back when they are empty.
//
// HTTP connections come and go between websockets that stay, or the other way round. Mixed on one
// heap, each of the few that are left keeps a page from the system: after a peak of 17,000
// websockets, 1,500 connections kept 6 MB in place of 1.
#pragma once

#include <boost/intrusive/list.hpp>

#include <sanitizer/asan_interface.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace pajthy
{

/// So many bytes, up to where the next object may begin.
constexpr std::size_t slot_of(std::size_t object_size)
{
    constexpr auto alignment = alignof(std::max_align_t);
    return (object_size + alignment - 1) / alignment * alignment;
}

class slabs
{
public:
    static constexpr std::size_t block_size = 64 * 1024; // each begins at a multiple of it

    /// A block must have room for some.
    explicit slabs(std::size_t object_size) noexcept
        : slot_size_(slot_of(object_size)), slots_((block_size - first_slot) / slot_size_)
    {}
    slabs(const slabs&) = delete;
    slabs& operator=(const slabs&) = delete;
    ~slabs()
    {
        with_room_.clear_and_dispose([](block* b) { std::free(b); });
    }

    /// Room for one. Throws std::bad_alloc. The slabs must outlive it.
    void* take()
    {
        if (with_room_.empty())
            with_room_.push_front(*make_block());
        block& from = with_room_.front();
        void* const out = from.take();
        if (from.used == slots_)
            with_room_.pop_front();
        ASAN_UNPOISON_MEMORY_REGION(out, slot_size_);
        return out;
    }

    /// `room` was taken from some slabs.
    static void give(void* room) noexcept
    {
        const auto at = reinterpret_cast<std::uintptr_t>(room) & ~(std::uintptr_t(block_size) - 1);
        block& of = *reinterpret_cast<block*>(at);
        of.owner->give(room, of);
    }

    std::size_t blocks() const noexcept { return blocks_; }

private:
    struct free_slot
    {
        free_slot* next;
    };

    struct block : boost::intrusive::list_base_hook<
                       boost::intrusive::link_mode<boost::intrusive::normal_link>>
    {
        explicit block(slabs& of) noexcept : owner(&of) {}

        slabs* owner;
        free_slot* given_back = nullptr;
        std::size_t used = 0;
        std::size_t begun = 0; // slots that were ever taken

        void* take() noexcept
        {
            ++used;
            if (given_back == nullptr)
                return reinterpret_cast<std::byte*>(this) + first_slot +
                       begun++ * owner->slot_size_;
            void* const out = given_back;
            given_back = given_back->next;
            return out;
        }

        void give(void* slot) noexcept
        {
            --used;
            given_back = new (slot) free_slot{given_back};
        }
    };

    void give(void* room, block& of) noexcept
    {
        if (of.used == slots_)
            with_room_.push_front(of);
        of.give(room);
        ASAN_POISON_MEMORY_REGION(static_cast<free_slot*>(room) + 1,
                                  slot_size_ - sizeof(free_slot));
        if (of.used != 0 || blocks_ == 1) // the last is kept for the next
            return;
        with_room_.erase(with_room_.iterator_to(of));
        std::free(&of);
        --blocks_;
    }

    static constexpr std::size_t first_slot = slot_of(sizeof(block));

    block* make_block()
    {
        void* const memory = std::aligned_alloc(block_size, block_size);
        if (memory == nullptr)
            throw std::bad_alloc();
        ++blocks_;
        return new (memory) block(*this);
    }

    boost::intrusive::list<block, boost::intrusive::constant_time_size<false>> with_room_;
    std::size_t blocks_ = 0;
    std::size_t slot_size_;
    std::size_t slots_; // of a block
};

} // namespace pajthy
